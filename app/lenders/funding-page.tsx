import { Link } from "@remix-run/react";
import { Brand } from "#app/ui/brand";
import { EmptyState } from "#app/ui/empty-state";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { TopBar } from "#app/ui/top-bar";
import { useFormat } from "#app/ui/use-format";
import { CreditActForm } from "./credit-act-form";
import { financeCreditMessages } from "./finance-credit-messages";
import type { FundingRow } from "./funding-board.server";

/** Contracts in transit: how long each waits, and why those that came back did. */
export function FundingPage({ rows, atRisk, may }: { rows: FundingRow[]; atRisk: number; may: boolean }) {
  const t = useMessages(financeCreditMessages);
  const format = useFormat();
  return (
    <>
      <TopBar start={<Brand name={t("board.desk")} to="/finance" />} end={<LanguageToggle />} />
      <main id="main" className="mx-auto w-full max-w-240 px-4 py-6">
        <h1 className="text-24">{t("board.title")}</h1>
        <p className="mb-4 text-ink-2">{t("board.atRisk", { amount: format.money(atRisk, { cents: "whenAny" }) })}</p>
        <Sheet padding="none">
          {rows.length === 0 ? <EmptyState>{t("board.none")}</EmptyState> : null}
          <ul className="divide-y divide-line">
            {rows.map((row) => (
              <li key={row.packageId} className="flex flex-wrap items-end justify-between gap-3 px-4 py-3">
                <div>
                  <p className="font-semibold">
                    <Link className="link" to={`/finance/credit/${row.dealId}`}>
                      {row.lender}
                    </Link>
                    , <span className="figures">{format.money(row.amount)}</span>
                  </p>
                  <p className="text-13 text-ink-2">
                    {t("board.state", { state: row.state })}, {t("board.days", { days: row.days })},{" "}
                    {t("board.attempt", { count: String(row.attempt) })}
                    {row.reason ? `. ${row.reason}` : ""}
                  </p>
                </div>
                {may && (row.state === "submitted" || row.state === "held") ? (
                  <CreditActForm act="move" values={{ packageId: row.packageId }} label={t("board.move")}>
                    <SelectField
                      name="state"
                      label={t("board.title")}
                      hideLabel
                      options={(["funded", "held", "returned"] as const).map((value) => ({
                        value,
                        label: t("board.state", { state: value }),
                      }))}
                    />
                    <TextField name="reason" label={t("board.reason")} className="w-56" maxLength={200} />
                  </CreditActForm>
                ) : null}
              </li>
            ))}
          </ul>
        </Sheet>
      </main>
    </>
  );
}
