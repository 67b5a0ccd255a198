import { Link } from "@remix-run/react";
import { Brand } from "#app/ui/brand";
import { ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { EmptyState } from "#app/ui/empty-state";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { SelectField, TextField } from "#app/ui/text-field";
import { TopBar } from "#app/ui/top-bar";
import { useFormat } from "#app/ui/use-format";
import { CreditActForm } from "./credit-act-form";
import { financeCreditMessages } from "./finance-credit-messages";
import type { FundingRow } from "./funding-board.server";
import { fundingKind, nextFundingStates } from "./funding-states";

interface FundingPageProps {
  rows: FundingRow[];
  atRisk: number;
  may: boolean;
  /** What was noted last could not be: its reason was missing, or somebody else was first. */
  refused: boolean;
}

/** Contracts in transit: how long each waits, and why those that came back did. */
export function FundingPage({ rows, atRisk, may, refused }: FundingPageProps) {
  const t = useMessages(financeCreditMessages);
  const format = useFormat();
  return (
    <>
      <TopBar start={<Brand name={t("board.desk")} to="/finance" />} end={<LanguageToggle />} />
      <main id="main" className="mx-auto w-full max-w-300 px-4 py-6">
        <h1 className="text-24">{t("board.title")}</h1>
        <p className="mb-4 text-ink-2">{t("board.atRisk", { amount: format.money(atRisk, { cents: "whenAny" }) })}</p>
        {refused ? (
          <p role="alert" className="mb-4 text-neg">
            {t("board.refused")}
          </p>
        ) : null}
        <Sheet padding="none">
          {rows.length === 0 ? <EmptyState>{t("board.none")}</EmptyState> : <Board rows={rows} may={may} />}
        </Sheet>
      </main>
    </>
  );
}

function Board({ rows, may }: { rows: FundingRow[]; may: boolean }) {
  const t = useMessages(financeCreditMessages);
  const format = useFormat();
  return (
    <Table
      caption={t("board.title")}
      className="rounded-sheet"
      head={
        <>
          <HeadCell>{t("board.customer")}</HeadCell>
          <HeadCell>{t("board.lender")}</HeadCell>
          <HeadCell number>{t("board.amount")}</HeadCell>
          <HeadCell>{t("board.waits")}</HeadCell>
          <HeadCell>{t("board.status")}</HeadCell>
          {may ? <HeadCell>{t("board.act")}</HeadCell> : null}
        </>
      }
    >
      {rows.map((row) => (
        <TableRow key={row.packageId}>
          <Cell head>
            <Link className="link font-semibold" to={`/finance/credit/${row.dealId}`}>
              {row.customer || t("board.noName")}
            </Link>
            <p className="text-13 text-ink-2">{row.vehicle}</p>
          </Cell>
          <Cell className="whitespace-nowrap">
            {row.lender}
            {row.attempt > 1 ? (
              <p className="text-13 text-ink-2">{t("board.attempt", { count: row.attempt })}</p>
            ) : null}
          </Cell>
          <Cell number>{format.money(row.amount)}</Cell>
          <Cell className="whitespace-nowrap">{t("board.days", { days: row.days })}</Cell>
          <Cell>
            <Chip kind={fundingKind[row.state]}>{t("board.state", { state: row.state })}</Chip>
            {row.reason ? <p className="mt-1 max-w-60 text-13 text-ink-2">{row.reason}</p> : null}
          </Cell>
          {may ? (
            <Cell className="min-w-104">
              <NextAct row={row} />
            </Cell>
          ) : null}
        </TableRow>
      ))}
    </Table>
  );
}

/** What the lender did with it; a contract that came back is reopened, mended and signed again on its deal. */
function NextAct({ row: { state, packageId, dealId } }: { row: FundingRow }) {
  const t = useMessages(financeCreditMessages);
  if (state === "returned") return <ButtonLink to={`/finance/${dealId}`}>{t("board.again")}</ButtonLink>;
  if (nextFundingStates[state].length === 0) return null;
  return (
    <CreditActForm act="move" values={{ packageId }} label={t("board.move")}>
      <SelectField
        name="state"
        label={t("board.act")}
        hideLabel
        options={nextFundingStates[state].map((value) => ({ value, label: t("board.state", { state: value }) }))}
      />
      <TextField
        name="reason"
        label={t("board.reason")}
        hideLabel
        placeholder={t("board.reason")}
        className="w-44"
        maxLength={200}
      />
    </CreditActForm>
  );
}
