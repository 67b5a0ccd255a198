import { Form, Link } from "@remix-run/react";
import { ChevronLeft, ChevronRight, TriangleAlert } from "lucide-react";
import { Button, ButtonLink } from "#app/ui/button";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { StoreBar } from "#app/ui/store-bar";
import { Money } from "#app/ui/money";
import { Sheet } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { tillMessages } from "./till-messages";
import type { TillReport } from "./till-report";

/** One day of a store's money, as it is counted in the evening. */
export function TillReportPage(report: TillReport) {
  const t = useMessages(tillMessages);
  return (
    <div className="flex min-h-dvh flex-col">
      <TillBar report={report} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-320 flex-1 p-4 outline-none max-sm:px-3">
        <header className="flex flex-wrap items-end justify-between gap-4">
          <div className="max-w-210">
            <h1 className="text-20">{t("title")}</h1>
            <p className="text-ink-2">{t("lead")}</p>
          </div>
          <DayChoice report={report} />
        </header>
        <CashToReport report={report} />
        <Sums report={report} />
        <Owed report={report} />
        <Sheet padding="none" className="mt-4 overflow-clip">
          {report.lines.length > 0 ? <Lines report={report} /> : <EmptyState>{t("none")}</EmptyState>}
        </Sheet>
      </main>
    </div>
  );
}

type Part = { report: TillReport };

function TillBar({ report }: Part) {
  const t = useMessages(tillMessages);
  return (
    <StoreBar
      storeName={report.storeName}
      reader={`${report.reader.firstName} ${report.reader.lastName}`}
      label={t("places")}
      places={[
        { to: "/desk", name: t("desk") },
        { to: "/store/payments", name: t("payments") },
        { to: "/store/till", name: t("title") },
      ]}
    />
  );
}

function DayChoice({ report: { day, before, after } }: Part) {
  const t = useMessages(tillMessages);
  return (
    <div className="flex items-end gap-2">
      <ButtonLink kind="quiet" icon to={`?day=${before}`} aria-label={t("before")}>
        <ChevronLeft aria-hidden strokeWidth={1.75} />
      </ButtonLink>
      <Form className="flex items-end gap-2" key={day}>
        <TextField type="date" name="day" label={t("day")} defaultValue={day} />
        <Button type="submit">{t("show")}</Button>
      </Form>
      <ButtonLink kind="quiet" icon to={`?day=${after}`} aria-label={t("after")}>
        <ChevronRight aria-hidden strokeWidth={1.75} />
      </ButtonLink>
    </div>
  );
}

function CashToReport({ report: { cash } }: Part) {
  const t = useMessages(tillMessages);
  const format = useFormat();
  if (cash.length === 0) return null;
  return (
    <section className="mt-4 rounded-block bg-warn-ground px-4 py-3 text-warn">
      <h2 className="flex items-center gap-2 font-semibold">
        <TriangleAlert aria-hidden className="size-5" strokeWidth={1.75} />
        {t("cash")}
      </h2>
      <p className="text-13">{t("cashLead")}</p>
      <ul className="mt-1">
        {cash.map(({ dealId, dealNumber, customer, total, reportBy }) => (
          <li key={dealId} className="flex min-h-11 flex-wrap items-center gap-x-3">
            <Link to={`/deals/${dealId}?stage=deposit`} className="touch-target font-medium underline">
              {dealNumber}
            </Link>
            <span>{customer}</span>
            <Money amount={total} ink="plain" />
            <span>{t("reportBy", { day: format.date(reportBy) })}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Sums({ report: { sums } }: Part) {
  const t = useMessages(tillMessages);
  const moved = sums.filter(({ came, went }) => came > 0 || went > 0);
  if (moved.length === 0) return null;
  return (
    <div className="mt-4 grid gap-3 sm:grid-cols-2 lg:grid-cols-3">
      {moved.map(({ account, came, went }) => (
        <Sheet key={account}>
          <h2 className="text-13 text-ink-2">{t(`account.${account}`)}</h2>
          <p className="text-20 font-semibold">
            <Money amount={came - went} />
          </p>
          <p className="flex gap-4 text-13 text-ink-3">
            <span>
              {t("came")} <Money amount={came} ink="plain" />
            </span>
            <span>
              {t("went")} <Money amount={went} ink="plain" />
            </span>
          </p>
        </Sheet>
      ))}
    </div>
  );
}

function Owed({ report: { owed } }: Part) {
  const t = useMessages(tillMessages);
  const format = useFormat();
  if (owed.length === 0) return null;
  return (
    <Sheet className="mt-4">
      <h2 className="text-15 font-semibold">{t("owed")}</h2>
      <ul className="mt-2 flex flex-col gap-2">
        {owed.map(({ attemptId, dealId, dealNumber, customer, amount }) => (
          <li key={attemptId} className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <Link
              to={`/deals/${dealId}?stage=deposit`}
              className="touch-target font-medium whitespace-nowrap hover:text-accent-600"
            >
              {dealNumber}
            </Link>
            <span className="min-w-0 flex-1">{customer}</span>
            <Money amount={amount} />
            <Form method="post">
              <input type="hidden" name="attemptId" value={attemptId} />
              <Button
                type="submit"
                size="small"
                aria-label={t("handBackOf", { amount: format.money(amount), name: customer || dealNumber })}
              >
                {t("handBack")}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const wide = "max-lg:hidden";

function Lines({ report: { lines } }: Part) {
  const t = useMessages(tillMessages);
  const format = useFormat();
  return (
    <Table
      caption={t("table.caption")}
      head={
        <>
          <HeadCell className={wide}>{t("table.time")}</HeadCell>
          <HeadCell>{t("table.deal")}</HeadCell>
          <HeadCell className={wide}>{t("table.customer")}</HeadCell>
          <HeadCell>{t("table.kind")}</HeadCell>
          <HeadCell className={wide}>{t("table.by")}</HeadCell>
          <HeadCell number>{t("table.amount")}</HeadCell>
        </>
      }
    >
      {lines.map(({ key, at, dealId, dealNumber, customer, kind, account, by, amount }) => (
        <TableRow key={key}>
          <Cell className={wide}>{format.time(at)}</Cell>
          <Cell head>
            <Link
              to={`/deals/${dealId}?stage=deposit`}
              className="touch-target font-medium whitespace-nowrap hover:text-accent-600"
            >
              {dealNumber}
            </Link>
            <span className="block text-12 font-normal text-ink-3 lg:hidden">{format.time(at)}</span>
          </Cell>
          <Cell className={wide}>{customer}</Cell>
          <Cell>
            {t(`kind.${kind as keyof typeof tillMessages.en.kind}`)}
            <span className="block text-12 text-ink-3">{t(`account.${account}`)}</span>
          </Cell>
          <Cell className={wide}>{by ?? t("self")}</Cell>
          <Cell number>
            <Money amount={amount} />
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
