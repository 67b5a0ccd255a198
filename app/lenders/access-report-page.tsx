import { Brand } from "#app/ui/brand";
import { EmptyState } from "#app/ui/empty-state";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { RedLine } from "#app/ui/red-line";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { TopBar } from "#app/ui/top-bar";
import { useFormat } from "#app/ui/use-format";
import { financeCreditMessages } from "./finance-credit-messages";

export interface AccessRow {
  id: string;
  staffName: string;
  applicationId: string;
  reason: string;
  openedAt: string;
}

export interface AccessAlarm {
  id: number;
  staffName: string;
  at: string;
  detail: string;
}

/** Who opened whose credit data, when and why. */
export function AccessReportPage({ rows, year, alarms }: { rows: AccessRow[]; year: number; alarms: AccessAlarm[] }) {
  const t = useMessages(financeCreditMessages);
  const format = useFormat();
  return (
    <>
      <TopBar start={<Brand name={t("board.desk")} to="/finance" />} end={<LanguageToggle />} />
      <main id="main" className="mx-auto w-full max-w-240 px-4 py-6">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-24">{t("report.title")}</h1>
          <a className="link touch-target" href={`/finance/credit-access?program=${year}`} download>
            {t("report.program")}
          </a>
        </div>
        {alarms.length > 0 ? (
          <Sheet padding="none" className="mb-4 overflow-clip">
            <SheetHead level={2} title={t("report.alarms")} className="border-b border-line px-4 py-3" />
            <ul>
              {alarms.map(({ id, staffName, at, detail }) => (
                <RedLine
                  key={id}
                  title={t("report.alarm", { name: staffName })}
                  why={`${format.dateTime(at)}, ${detail}`}
                />
              ))}
            </ul>
          </Sheet>
        ) : null}
        <Sheet padding="none" className="overflow-clip">
          {rows.length === 0 ? (
            <EmptyState>{t("report.none")}</EmptyState>
          ) : (
            <Table
              caption={t("report.title")}
              head={
                <>
                  <HeadCell>{t("report.when")}</HeadCell>
                  <HeadCell>{t("report.who")}</HeadCell>
                  <HeadCell>{t("report.what")}</HeadCell>
                  <HeadCell>{t("report.why")}</HeadCell>
                </>
              }
            >
              {rows.map(({ id, staffName, applicationId, reason, openedAt }) => (
                <TableRow key={id}>
                  <Cell>{format.dateTime(openedAt)}</Cell>
                  <Cell className="font-medium">{staffName}</Cell>
                  <Cell>{applicationId.slice(0, 8)}</Cell>
                  <Cell>{reason}</Cell>
                </TableRow>
              ))}
            </Table>
          )}
        </Sheet>
      </main>
    </>
  );
}
