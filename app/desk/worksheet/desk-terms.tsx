import { worksheetMessages } from "#app/desk/worksheet/worksheet-messages";
import { useDeskDraft } from "#app/desk/worksheet/desk-draft";
import { AllowanceField } from "#app/desk/worksheet/desk-squares";
import { FieldOf } from "#app/desk/worksheet/field-of";
import { KeptRateReason, RateReasonField } from "#app/deal-card/staff/rate-reason";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { RateField } from "#app/ui/rate-field";
import { SelectField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { describedTrades } from "#machines/deal/deal-trades";
import { numbersFrom } from "#machines/deal/deal-view";
import { contractRateFor, leaseTermsFor } from "#machines/deal/deal-worksheet";
import { permissionFor } from "#machines/deal/deal-permissions";
import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";

/** What the way of paying needs beside the four squares, the doc fee, and further cars that come in. */
export function DeskTerms() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const { terms } = useDeskDraft();
  const further = describedTrades(view.card).slice(1);
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2 lg:grid-cols-4">
      {terms.method === "finance" ? (
        <>
          <TermField />
          <RateOfDeal />
        </>
      ) : null}
      {terms.method === "lease" ? <LeaseField /> : null}
      <DocFeeField />
      {further.map(({ car, trade }) => (
        <AllowanceField key={car} car={car} label={t("square.tradeOf", { car: trade.description?.model ?? "" })} />
      ))}
    </div>
  );
}

function TermField() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const { terms, change } = useDeskDraft();
  return (
    <FieldOf field="termMonths" value={terms.termMonths} onSend={(termMonths) => change({ termMonths })}>
      {({ save, presence, ...focus }, value, commit) => (
        <SelectField
          {...focus}
          {...{ save, presence }}
          label={t("field.term")}
          value={String(value)}
          onChange={(event) => commit(Number(event.currentTarget.value))}
          options={view.card.store.retailTerms.map(({ termMonths }) => ({
            value: String(termMonths),
            label: t("field.months", { months: String(termMonths) }),
          }))}
        />
      )}
    </FieldOf>
  );
}

/** Set by who may; anybody else asks for it in the same place. */
function RateOfDeal() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { role } = useActionReader();
  const { terms, change, mode, rateReason, setRateReason } = useDeskDraft();
  const { busy, act } = useSend();
  const table = view.card.store.retailTerms.find(({ termMonths }) => termMonths === terms.termMonths);
  const tableRate = table?.contractRate[view.card.finance.creditBand];
  const rate = terms.contractRate ?? contractRateFor(numbersFrom(view), terms.termMonths) ?? ppm(0);
  const sets = mode === "whatIf" || permissionFor("finance.contractRateSet").by.includes(role);
  const send = async (asked: number) => {
    if (sets) return change({ contractRate: asked === tableRate ? null : ppm(asked) });
    return act({
      type: "approval.requested",
      kind: "contractRate",
      asked,
      terms: null,
      note: "",
      ...(rateReason && { reason: rateReason }),
    });
  };
  return (
    <div>
      <FieldOf field="contractRate" value={rate as number} onSend={send}>
        {(frame, value, commit) => (
          <RateField
            {...frame}
            label={t("field.rate")}
            hint={
              sets || tableRate === undefined
                ? tableRate === undefined
                  ? undefined
                  : t("field.table", { rate: format.percent(tableRate) })
                : t("field.askRate")
            }
            value={value}
            onCommit={commit}
          />
        )}
      </FieldOf>
      <div className="mt-2">
        <RateReasonField value={rateReason} onChange={setRateReason} />
        <KeptRateReason />
      </div>
      {sets && terms.contractRate !== null ? (
        <Button
          kind="word"
          size="small"
          className="-ml-2.5"
          busy={busy}
          onClick={() => void change({ contractRate: null })}
        >
          {t("field.backToTable")}
        </Button>
      ) : null}
    </div>
  );
}

function LeaseField() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { terms, change } = useDeskDraft();
  const numbers = numbersFrom(view);
  const offered = view.card.store.leaseTerms.filter(
    ({ termMonths, milesPerYear }) => leaseTermsFor(numbers, termMonths, milesPerYear) !== null,
  );
  return (
    <FieldOf
      field="leaseTerms"
      value={`${terms.leaseTermMonths}-${terms.milesPerYear}`}
      onSend={(key) => {
        const [leaseTermMonths = 0, milesPerYear = 0] = key.split("-").map(Number);
        return change({ leaseTermMonths, milesPerYear });
      }}
    >
      {({ save, presence, ...focus }, value, commit) => (
        <SelectField
          {...focus}
          {...{ save, presence }}
          label={t("field.lease")}
          className="sm:col-span-2"
          value={value}
          onChange={(event) => commit(event.currentTarget.value)}
          options={offered.map(({ termMonths, milesPerYear }) => ({
            value: `${termMonths}-${milesPerYear}`,
            label: t("field.leaseOption", { months: String(termMonths), miles: format.number(milesPerYear) }),
          }))}
        />
      )}
    </FieldOf>
  );
}

function DocFeeField() {
  const { view } = useDeal();
  const t = useMessages(worksheetMessages);
  const format = useFormat();
  const { terms, change } = useDeskDraft();
  return (
    <FieldOf field="docFee" value={terms.docFeeWaived} onSend={(docFeeWaived) => change({ docFeeWaived })}>
      {(frame, value, commit) => (
        <MoneyField
          {...frame}
          label={t("field.docFee")}
          hint={t("field.docFeeOf", { amount: format.money(view.card.store.docFee) })}
          value={value}
          onCommit={(amount) => commit(cents(amount))}
        />
      )}
    </FieldOf>
  );
}
