import { Plus, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useCurrentCar } from "#app/deal-card/current-car";
import { cardPlaces } from "#app/deal-card/card-action";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { offerMessages } from "#app/deal-card/staff/offer-messages";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { StaffBlock } from "#app/ui/staff-block";
import { TextAreaField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DealView } from "#machines/deal/deal-view";
import { permissionFor } from "#machines/deal/deal-permissions";
import { cents, noCents } from "#machines/money/cents";

/** An offer's own list holds eight; one is kept for what the reasons leave over. */
const MOST_REASONS = 7;
/** As the offer itself takes; each on a line of its own. */
const MAX_OFFER_CONDITIONS = 4;

interface Reason {
  key: number;
  label: string;
  amount: number;
}

/** The offer as it will be read: the figure, and reasons that add up to it. */
export function OfferBlock() {
  const { car, trade } = useCurrentCar();
  const t = useMessages(offerMessages);
  const { role } = useActionReader();
  if (!trade.description || !permissionFor("trade.offerProposed").by.includes(role)) return null;
  // A new estimate, offer or counter starts the form afresh from it.
  const basis = `${car} ${trade.valuation?.base} ${trade.offer?.offerId} ${trade.offer?.answer}`;
  return (
    <StaffBlock className="@xl:col-span-2" title={trade.offer ? t("revise") : t("offer")} aside={<Countered />}>
      <OfferForm key={basis} />
    </StaffBlock>
  );
}

function Countered() {
  const { view } = useDeal();
  const t = useMessages(offerMessages);
  const format = useFormat();
  const { offer } = useCurrentCar().trade;
  if (offer?.answer !== "countered" || offer.counter === null) return null;
  const name = view.card.people.customer.firstName;
  return t("countered", { name, amount: format.money(offer.counter, { cents: "whenAny" }) });
}

function firstReasons(
  { offer, valuation }: Pick<DealView["card"]["trade"], "offer" | "valuation">,
  say: (code: string) => string,
): Reason[] {
  const lines = offer
    ? offer.reasons
    : (valuation?.lines.map(({ code, amount }) => ({ label: say(code), amount })) ?? []);
  return lines.slice(0, MOST_REASONS).map((line, key) => ({ key, ...line }));
}

function OfferForm() {
  const { trade, about } = useCurrentCar();
  const t = useMessages(offerMessages);
  const { busy, act } = useSend();
  const words = useMessages(tradeMessages);
  const known = tradeMessages.en.range.lines;
  const say = (code: string) =>
    Object.hasOwn(known, code) ? words(`range.lines.${code as keyof typeof known}`) : code;
  const [allowance, setAllowance] = useState<number>(
    trade.offer?.counter ?? trade.offer?.allowance ?? trade.valuation?.base ?? noCents,
  );
  const [reasons, setReasons] = useState(() => firstReasons(trade, say));
  const given = reasons.reduce((sum, { amount }) => sum + amount, 0);
  const rest = allowance - given;
  // Where an offer is awaited, the one primary button of the card sends this form.
  const isRevised = trade.offer?.answer === "open" || trade.offer?.answer === "accepted";
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const note = String(form.get("note") ?? "").trim();
    const conditions = String(form.get("conditions") ?? "")
      .split("\n")
      .map((line) => line.trim())
      .filter((line) => line !== "")
      .slice(0, MAX_OFFER_CONDITIONS);
    const told = reasons.filter(({ label }) => label.trim() !== "");
    const balanced = rest !== 0 && told.length > 0 ? [...told, { label: t("balancing"), amount: rest }] : told;
    void act({
      type: "trade.offerProposed",
      allowance: cents(allowance),
      reasons: balanced.map(({ label, amount }) => ({ label, amount: cents(amount) })),
      note,
      conditions,
      ...about,
    });
  };
  return (
    <form
      id={cardPlaces.tradeOffer}
      onSubmit={send}
      className="grid gap-x-5 gap-y-3 @xl:grid-cols-[8.5rem_minmax(0,1fr)]"
    >
      <div className="flex flex-col items-start gap-3">
        <MoneyField
          label={t("allowance")}
          look="figure"
          className="w-full"
          value={allowance}
          onType={setAllowance}
          onCommit={setAllowance}
        />
        <TextField
          name="note"
          label={t("note")}
          optional
          maxLength={80}
          autoComplete="off"
          className="w-full"
          defaultValue={trade.offer?.note}
        />
        <TextAreaField
          name="conditions"
          label={t("conditions")}
          hint={t("conditionsHint")}
          optional
          rows={2}
          maxLength={320}
          className="w-full"
          defaultValue={trade.offer?.conditions.join("\n")}
        />
        {isRevised ? (
          <Button type="submit" size="small" busy={busy}>
            {t("send")}
          </Button>
        ) : null}
      </div>
      <div>
        <ReasonList reasons={reasons} onChange={setReasons} />
        <Balance given={given} rest={reasons.length === 0 ? 0 : rest} />
      </div>
    </form>
  );
}

function ReasonList({ reasons, onChange }: { reasons: Reason[]; onChange: (reasons: Reason[]) => void }) {
  const t = useMessages(offerMessages);
  const change = (key: number, to: Partial<Reason>) =>
    onChange(reasons.map((reason) => (reason.key === key ? { ...reason, ...to } : reason)));
  const nextKey = Math.max(-1, ...reasons.map(({ key }) => key)) + 1;
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="mb-1 text-12 font-medium">{t("reasons")}</legend>
      {reasons.map((reason) => (
        <div key={reason.key} className="grid grid-cols-[minmax(0,1fr)_5.5rem_1.75rem] items-center gap-2">
          <TextField
            label={t("reason")}
            hideLabel
            maxLength={80}
            value={reason.label}
            onChange={(event) => change(reason.key, { label: event.currentTarget.value })}
          />
          <MoneyField
            label={t("reasonAmount")}
            hideLabel
            least={-Number.MAX_SAFE_INTEGER}
            value={reason.amount}
            onType={(amount) => change(reason.key, { amount })}
            onCommit={(amount) => change(reason.key, { amount })}
          />
          <Button
            kind="quiet"
            size="small"
            icon
            aria-label={t("removeReason")}
            onClick={() => onChange(reasons.filter(({ key }) => key !== reason.key))}
          >
            <X aria-hidden strokeWidth={1.75} />
          </Button>
        </div>
      ))}
      {reasons.length < MOST_REASONS ? (
        <Button
          kind="quiet"
          size="small"
          className="self-start"
          onClick={() => onChange([...reasons, { key: nextKey, label: "", amount: noCents }])}
        >
          <Plus aria-hidden strokeWidth={1.75} />
          {t("addReason")}
        </Button>
      ) : null}
    </fieldset>
  );
}

/** What the reasons leave over is shown as a line of its own: an offer's lines always add up. */
function Balance({ given, rest }: { given: number; rest: number }) {
  const t = useMessages(offerMessages);
  const format = useFormat();
  return (
    <p className="mt-2 text-12 text-staff-600">
      {rest === 0
        ? t("adds")
        : t("rest", {
            sum: format.money(given, { cents: "whenAny" }),
            rest: format.money(rest, { cents: "whenAny", sign: "always" }),
            label: t("balancing"),
          })}
    </p>
  );
}
