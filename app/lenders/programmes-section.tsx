import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { CreditActForm } from "./credit-act-form";
import { CreditPart as Part } from "./credit-part";
import type { FinanceCreditData } from "./finance-credit.server";
import { financeCreditMessages } from "./finance-credit-messages";

/** Every programme against this deal, and why each that does not fit does not. */
export function ProgrammesSection({ data, askAgain }: { data: FinanceCreditData; askAgain: boolean }) {
  const t = useMessages(financeCreditMessages);
  const format = useFormat();
  return (
    <Part title={t("matches")}>
      {data.structure ? null : <p className="text-pretty text-ink-2">{t("unmatched", { method: data.method })}</p>}
      <ul className="divide-y divide-line empty:hidden">
        {data.matches.map(({ lenderCode, lender, tier, buyRate, maxMoneyFactor, gaps, preference, takes, asked }) => (
          <li
            key={lenderCode}
            className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2 py-3 first:pt-0 last:pb-0"
            data-fits={gaps.length === 0}
          >
            <div className="min-w-48 flex-1">
              {data.may && takes && !asked ? (
                <TickLender code={lenderCode} preference={preference}>
                  {lender}
                </TickLender>
              ) : (
                <p className="font-semibold">{lender}</p>
              )}
              {gaps.length === 0 ? (
                <p className="text-13 text-pos">
                  {data.method === "lease"
                    ? t("fitsLease", {
                        tier: tier ?? "",
                        limited: maxMoneyFactor === null ? "no" : "yes",
                        factor: maxMoneyFactor === null ? "" : factorText(format, maxMoneyFactor),
                      })
                    : t("fits", { tier: tier ?? "", rate: buyRate === null ? "–" : format.percent(buyRate) })}
                </p>
              ) : (
                <ul className="text-13 text-ink-2">
                  {gaps.filter(saysMore).map(({ code, limit, actual }) => (
                    <li key={code} className="first-letter:uppercase">
                      {t("gap", gapWords({ code, limit, actual }, data.method, format))}
                    </li>
                  ))}
                </ul>
              )}
            </div>
            {asked ? <Chip kind="neutral">{t("lenderStatus", { status: asked })}</Chip> : null}
            {data.may && takes && !asked ? (
              <div className="pt-1">
                <CreditActForm act="send" values={{ lenderCode }} label={t("send")}>
                  {askAgain ? (
                    <TextField name="duplicateReason" label={t("again")} className="w-56" maxLength={200} />
                  ) : (
                    <input type="hidden" name="duplicateReason" value="" />
                  )}
                </CreditActForm>
              </div>
            ) : null}
          </li>
        ))}
      </ul>
      {data.may && data.matches.some(({ takes, asked }) => takes && !asked) ? (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line pt-3">
          <Form method="post" id={TICKED} preventScrollReset>
            <input type="hidden" name="act" value="sendTicked" />
            <Button type="submit" kind="primary" size="medium">
              {t("sendTicked")}
            </Button>
          </Form>
          <Link to="/finance/lenders" className="link touch-target text-13">
            {t("preferred.title")}
          </Link>
        </div>
      ) : null}
    </Part>
  );
}

/** A money factor as lessors write it. */
const factorText = (format: ReturnType<typeof useFormat>, factor: number) => format.number(factor / 1_000_000, 5);

/** What is asked of a lease is its adjusted cap cost, and no amount financed. */
const leaseCodes: Partial<Record<Gap["code"], string>> = {
  amountLow: "leaseAmountLow",
  amountHigh: "leaseAmountHigh",
  totalLoanToValue: "leaseLoanToValue",
};

function gapWords({ code, limit, actual }: Gap, way: string, format: ReturnType<typeof useFormat>) {
  const written = (value: number | null) =>
    value === null ? "" : code === "moneyFactor" ? factorText(format, value) : String(value);
  const named = way === "lease" ? (leaseCodes[code] ?? code) : code;
  return { code: named, way, limit: written(limit), actual: written(actual) };
}

type Gap = FinanceCreditData["matches"][number]["gaps"][number];

/** No term at all is what its age already says. */
const saysMore = ({ code, limit }: Gap, _: number, all: readonly { code: string }[]) =>
  code !== "term" || limit !== 0 || !all.some((gap) => gap.code === "age");

const TICKED = "ticked-lenders";

/** A lender with its tick; a locked one is ticked for good. */
function TickLender({ code, preference, children }: { code: string; preference: string; children: React.ReactNode }) {
  const t = useMessages(financeCreditMessages);
  const locked = preference === "locked";
  return (
    <label className="flex min-h-11 items-center gap-2.5 font-semibold">
      <input
        type="checkbox"
        name="lenderCode"
        value={code}
        form={TICKED}
        defaultChecked={preference !== "none"}
        disabled={locked}
        className="size-5 accent-accent-600"
      />
      {children}
      {locked ? <span className="text-12 font-normal text-ink-3">{t("preferred.isLocked")}</span> : null}
    </label>
  );
}
