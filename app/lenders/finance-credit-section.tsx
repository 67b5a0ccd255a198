import { Link } from "@remix-run/react";
import { PasskeyProof } from "#app/accounts/passkey-buttons";
import { creditMessages } from "#app/credit/credit-messages";
import { productName } from "#app/deal-card/product-names";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { RedLine } from "#app/ui/red-line";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { declineReasons } from "#machines/lending/decide-application";
import { priceReasons } from "#machines/stages/fni";
import type { StipKind } from "#machines/deal/credit-slice";
import { CreditActForm } from "./credit-act-form";
import { CreditPart as Part } from "./credit-part";
import type { FinanceCreditData } from "./finance-credit.server";
import { financeCreditMessages } from "./finance-credit-messages";
import { fundingKind } from "./funding-states";
import { SpotDeliveryBlock } from "./spot-delivery-block";

/** What a difference is a share of, and not money. */
const shares = new Set<string>(["rate", "reserve", "loanToValue"]);
const counted = new Set<string>(["term", "mileage", "milesPerYear"]);

interface PartProps {
  data: FinanceCreditData;
}

/** Who applied, what of it is open to this reader, and the acts that open it. */
export function ApplicationsSection({ data }: PartProps) {
  const t = useMessages(financeCreditMessages);
  const fields = useMessages(creditMessages);
  const format = useFormat();
  return (
    <Part title={t("applications")}>
      {data.applications.length === 0 ? <p className="text-ink-2">{t("noApplications")}</p> : null}
      {data.applications.map((application) => (
        <article key={application.applicationId} className="flex flex-col gap-2">
          <p>
            <strong className="font-semibold">{t("who", { applicant: application.applicant })}</strong>,{" "}
            {t("status", { status: application.status })}
            {application.consentVersion ? `. ${t("consent", { version: application.consentVersion })}` : ""}
          </p>
          <p className="text-13 text-ink-3">
            {t("sealed")}
            {application.number ? `. ${t("number", { shown: application.number })}` : ""}
          </p>
          {application.sight.values ? (
            <div className="rounded-block bg-staff-50 px-3 py-2 text-staff-ink">
              <p className="text-12">{t("openUntil", { time: format.time(application.sight.until ?? "") })}</p>
              <dl className="divide-y divide-staff-500/20 text-13">
                {Object.entries(application.sight.values).map(([name, value]) =>
                  value ? (
                    <div key={name} className="flex justify-between gap-4 py-1">
                      <dt className="shrink-0">{fieldName(fields, t, name)}</dt>
                      <dd className="figures min-w-0 text-right break-words">
                        {name === "housing" ? fields(`form.housing.${value as "own" | "rent" | "family"}`) : value}
                      </dd>
                    </div>
                  ) : null,
                )}
              </dl>
            </div>
          ) : data.may && application.status === "completed" ? (
            <CreditActForm act="reveal" values={{ applicationId: application.applicationId }} label={t("reveal")}>
              <TextField name="reason" label={t("revealReason")} className="min-w-48 flex-1" maxLength={200} required />
              <TextField name="code" label={t("code")} inputMode="numeric" className="w-36" maxLength={7} />
              {data.passkey ? <PasskeyProof /> : null}
            </CreditActForm>
          ) : null}
        </article>
      ))}
    </Part>
  );
}

/** What an applicant was asked by its own label; what was added to it, by ours. */
function fieldName(
  fields: ReturnType<typeof useMessages<(typeof creditMessages)["en"]>>,
  t: ReturnType<typeof useMessages<(typeof financeCreditMessages)["en"]>>,
  name: string,
): string {
  if (!(name in creditMessages.en.form.field)) return t("addedField", { name });
  return fields(`form.field.${name as keyof typeof creditMessages.en.form.field}`).replace(/, .*$/, "");
}

/** The contract held against its approval, papers, raised points and the law's clock. */
export function ChecksSection({ data }: PartProps) {
  const t = useMessages(financeCreditMessages);
  const paper = useMessages(creditMessages);
  const format = useFormat();
  return (
    <>
      {data.contract ? (
        <Part title={t("contract")}>
          {data.contract.length === 0 ? <p className="text-pos">{t("contractFits")}</p> : null}
          <ul>
            {data.contract.map(({ code, contract, approved, stops }) => {
              const written = (value: number | string | null) => {
                if (value === null) return t("nobody");
                if (code === "method") return t("way", { method: String(value) });
                if (typeof value === "string") return code === "expired" ? format.date(value) : value;
                if (counted.has(code)) return format.number(value);
                if (code === "moneyFactor") return format.number(value / 1_000_000, 5);
                return shares.has(code) ? format.percent(value) : format.money(value);
              };
              return (
                <RedLine
                  key={code}
                  tone={stops ? "stops" : "warns"}
                  title={t("contractLine", { code, contract: written(contract), approved: written(approved) })}
                  why={stops ? t("contractStops") : t("contractWarns")}
                />
              );
            })}
          </ul>
        </Part>
      ) : null}
      <Part title={t("stips")}>
        {data.stips.length === 0 ? <p className="text-ink-2">{t("noStips")}</p> : null}
        {data.stips.map((stip) => (
          <article key={stip.stipId} className="flex flex-col gap-1" data-stip={stip.state}>
            <p className="font-medium">
              {stip.lender}:{" "}
              {t("stipLine", { kind: paper(`paper.${stip.kind as StipKind}`), owedBy: stip.owedBy, days: stip.days })}:{" "}
              {t("stipState", { state: stip.state })}
            </p>
            <p className="text-13 text-ink-3">{stip.wording}</p>
            {data.may && stip.state !== "cleared" ? <StipActs stipId={stip.stipId} state={stip.state} /> : null}
          </article>
        ))}
      </Part>
      {data.flags.length === 0 ? null : (
        <Part title={t("flags")}>
          {data.flags.map(({ flagId, code, resolved, resolvedName, note }) => (
            <article key={flagId} className="flex flex-col gap-1">
              <p className="font-medium">{t("flag", { code })}</p>
              {resolved ? (
                <p className="text-13 text-ink-3">{t("settled", { name: resolvedName ?? "", note: note ?? "" })}</p>
              ) : data.may ? (
                <CreditActForm act="flag" values={{ flagId }} label={t("settle")}>
                  <TextField name="note" label={t("found")} required className="min-w-48 flex-1" maxLength={200} />
                </CreditActForm>
              ) : null}
            </article>
          ))}
        </Part>
      )}
      <Clocks data={data} />
    </>
  );
}

function StipActs({ stipId, state }: { stipId: string; state: string }) {
  const t = useMessages(financeCreditMessages);
  return (
    <div className="flex flex-wrap items-end gap-2">
      {state === "received" ? (
        <CreditActForm act="stip" values={{ stipId, state: "sent", note: "" }} label={t("toLender")} />
      ) : null}
      <CreditActForm act="stip" values={{ stipId, state: "cleared", note: "" }} label={t("clear")} />
      {state === "received" || state === "sent" ? (
        <CreditActForm act="stip" values={{ stipId, state: "refused" }} label={t("refuse")}>
          <TextField name="note" label={t("note")} required className="w-48" maxLength={200} />
        </CreditActForm>
      ) : null}
    </div>
  );
}

function Clocks({ data }: PartProps) {
  const t = useMessages(financeCreditMessages);
  const format = useFormat();
  if (data.clocks.length === 0) return null;
  return (
    <Part title={t("clocks")}>
      {data.clocks.map(({ taskId, kind, dueAt, state }) => (
        <article key={taskId} className="flex flex-col gap-1">
          <p className={state === "overdue" ? "font-semibold text-neg" : "font-medium"}>
            {t("clock", { kind, date: format.date(dueAt), state })}
          </p>
          {data.may && state !== "settled" ? (
            <CreditActForm act="notice" values={{ taskId }} label={t("give")}>
              <SelectField
                name="reason"
                label={t("reason")}
                className="min-w-56 flex-1"
                options={declineReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
              />
              <TextField name="creditor" label={t("creditor")} required className="w-48" maxLength={80} />
              <TextField
                name="creditorAddress"
                label={t("creditorAddress")}
                required
                className="min-w-56 flex-1"
                maxLength={160}
              />
            </CreditActForm>
          ) : null}
        </article>
      ))}
    </Part>
  );
}

/** What is offered beside the car, rated and priced for this one. */
export function MenuSection({ data }: PartProps) {
  const t = useMessages(financeCreditMessages);
  const format = useFormat();
  if (!data.may) return null;
  const options = data.menu.flatMap(({ code, kind, options: offered }) =>
    offered.map((option) => ({
      value: `${code} ${option.code}`,
      label: t("option", {
        product: productName(kind, format.locale),
        months: option.months,
        hasMiles: option.miles > 0 ? "yes" : "no",
        miles: format.number(option.miles),
      }),
    })),
  );
  return (
    <Part title={t("menu")}>
      {data.rated ? <p className="text-13 text-ink-2">{t("rated", { source: data.rated })}</p> : null}
      {data.signed ? <p className="text-13 text-ink-2">{t("signedBy", { name: data.signed })}</p> : null}
      <CreditActForm act="rate" label={t("rate")} />
      <CreditActForm act="price" label={t("set")}>
        <SelectField
          name="option"
          label={t("product")}
          className="min-w-0 flex-[1_1_18rem] max-sm:basis-full"
          options={options}
        />
        <TextField name="price" label={t("dollars")} inputMode="decimal" className="w-52" />
        <SelectField
          name="reason"
          label={t("why")}
          className="w-52"
          options={priceReasons.map((value) => ({ value, label: t("priceReason", { reason: value }) }))}
        />
      </CreditActForm>
    </Part>
  );
}

/** The signed contract's way to the money, and the car that leaves before it is there. */
export function FundingSection({ data }: PartProps) {
  const t = useMessages(financeCreditMessages);
  if (!data.may) return null;
  const isSigned = data.life === "contracted" || data.life === "delivered";
  // The paper of it is signed with the contract, so it is offered as soon as the numbers are frozen.
  const mayLeaveEarly = (data.life === "contracting" || data.life === "contracted") && !data.approved;
  return (
    <Part title={t("fundingPart")}>
      {isSigned ? (
        <>
          {data.package ? <PackageState {...data.package} /> : null}
          {!data.package || data.package.state === "returned" ? (
            <CreditActForm act="package" label={t("sendPackage")} />
          ) : null}
        </>
      ) : (
        <p className="text-13 text-pretty text-ink-2">{t("fundingLater")}</p>
      )}
      {data.spot.delivery || mayLeaveEarly ? <SpotDeliveryBlock {...data.spot} /> : null}
    </Part>
  );
}

function PackageState({ state, reason, days }: NonNullable<FinanceCreditData["package"]>) {
  const t = useMessages(financeCreditMessages);
  return (
    <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <Chip kind={fundingKind[state]}>{t("board.state", { state })}</Chip>
      <span className="text-ink-2">{[reason, t("board.days", { days })].filter(Boolean).join(", ")}</span>
      <Link to="/finance/funding" className="link touch-target text-13">
        {t("funding")}
      </Link>
    </p>
  );
}
