import { Link } from "@remix-run/react";
import { TriangleAlert } from "lucide-react";
import { Chip } from "#app/ui/chip";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { StoreBar } from "#app/ui/store-bar";
import { Money } from "#app/ui/money";
import { Sheet } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { useFormat } from "#app/ui/use-format";
import { DepositTermsForm } from "./deposit-terms-form";
import type { PaymentSums } from "./payment-sums";
import { storePaymentMessages } from "./store-payment-messages";
import type { PaymentRow, StorePaymentsData } from "./store-payments";

/** What the store's ledger holds, payment by payment beside what the provider says. */
export function StorePaymentsPage({ wrong, ...page }: StorePaymentsData & { wrong: boolean }) {
  const t = useMessages(storePaymentMessages);
  const differing = page.rows.filter(({ differences }) => differences.length > 0).length;
  const compared = page.rows.filter(({ provider }) => provider !== null).length;
  return (
    <div className="flex min-h-dvh flex-col">
      <PaymentsBar page={page} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-320 flex-1 p-4 outline-none max-sm:px-3">
        <header className="max-w-210">
          <h1 className="text-20">{t("title")}</h1>
          <p className="text-ink-2">{t("lead")}</p>
          <p className="mt-2">
            <Chip kind={page.provider?.livemode ? "positive" : "demo"}>{t(`provider.${providerKind(page)}`)}</Chip>
          </p>
        </header>
        <Verdict away={page.providerAway} differing={differing} compared={compared} />
        <div className="mt-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_320px]">
          <Sheet padding="none" className="overflow-clip max-xl:order-2">
            {page.rows.length > 0 ? <PaymentsTable rows={page.rows} /> : <EmptyState>{t("empty")}</EmptyState>}
          </Sheet>
          <Accounts accounts={page.accounts} />
        </div>
        <DepositTermsForm terms={page.terms} wrong={wrong} />
      </main>
    </div>
  );
}

function providerKind({ provider }: StorePaymentsData): "live" | "test" | "standIn" | "none" {
  if (!provider) return "none";
  if (provider.isStandIn) return "standIn";
  return provider.livemode ? "live" : "test";
}

function PaymentsBar({ page }: { page: StorePaymentsData }) {
  const t = useMessages(storePaymentMessages);
  return (
    <StoreBar
      storeName={page.storeName}
      reader={`${page.reader.firstName} ${page.reader.lastName}`}
      label={t("places")}
      places={[
        { to: "/desk", name: t("desk") },
        { to: "/finance", name: t("finance") },
        { to: "/store/payments", name: t("title") },
        { to: "/store/till", name: t("till") },
      ]}
    />
  );
}

function Verdict({ away, differing, compared }: { away: boolean; differing: number; compared: number }) {
  const t = useMessages(storePaymentMessages);
  if (away || differing > 0)
    return (
      <p role="status" className="mt-4 flex items-center gap-2 rounded-block bg-warn-ground px-4 py-3 text-warn">
        <TriangleAlert aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
        {away ? t("provider.away") : t("differs", { count: differing })}
      </p>
    );
  if (compared === 0) return null;
  return (
    <p role="status" className="mt-4 rounded-block bg-pos-ground px-4 py-3 text-pos">
      {t("agrees", { count: compared })}
    </p>
  );
}

/** What the store owes or has earned is credited when it grows. */
const owed = new Set(["customerDeposits", "refundsOwed", "forfeitedDeposits"]);

function Accounts({ accounts }: Pick<StorePaymentsData, "accounts">) {
  const t = useMessages(storePaymentMessages);
  if (accounts.length === 0) return null;
  return (
    <Sheet className="max-xl:order-1">
      <h2 className="text-15 font-semibold">{t("accounts.title")}</h2>
      <dl className="mt-3 flex flex-col gap-2">
        {accounts.map(({ account, balance }) => (
          <div key={account} className="flex items-baseline justify-between gap-4">
            <dt className="text-ink-2">{t(`accounts.${account as keyof typeof storePaymentMessages.en.accounts}`)}</dt>
            <dd className="font-medium">
              <Money amount={owed.has(account) ? -balance : balance} />
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}

const wide = "max-lg:hidden";

function PaymentsTable({ rows }: { rows: readonly PaymentRow[] }) {
  const t = useMessages(storePaymentMessages);
  return (
    <Table
      caption={t("table.caption")}
      head={
        <>
          <HeadCell>{t("table.deal")}</HeadCell>
          <HeadCell className={wide}>{t("table.customer")}</HeadCell>
          <HeadCell className={wide}>{t("table.at")}</HeadCell>
          <HeadCell number>{t("table.amount")}</HeadCell>
          <HeadCell>{t("table.status")}</HeadCell>
          <HeadCell className={wide}>{t("table.ledger")}</HeadCell>
          <HeadCell className={wide}>{t("table.provider")}</HeadCell>
        </>
      }
    >
      {rows.map((row) => (
        <PaymentLine key={row.key} row={row} />
      ))}
    </Table>
  );
}

function PaymentLine({ row }: { row: PaymentRow }) {
  const t = useMessages(storePaymentMessages);
  const format = useFormat();
  const status = t(`status.${row.status as keyof typeof storePaymentMessages.en.status}`);
  return (
    <TableRow>
      <Cell head>
        {row.dealId ? (
          <Link
            to={`/deals/${row.dealId}?stage=deposit`}
            className="touch-target font-medium whitespace-nowrap hover:text-accent-600"
          >
            {row.dealNumber}
          </Link>
        ) : (
          <span className="text-ink-3">{row.key}</span>
        )}
      </Cell>
      <Cell className={wide}>{row.customer}</Cell>
      <Cell className={wide}>{row.at ? format.dateTime(row.at) : ""}</Cell>
      <Cell number>
        <Money amount={row.amount} />
      </Cell>
      <Cell>
        <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
          {status}
          {row.holdUntil ? (
            <span className="text-12 text-ink-3">{t("until", { time: format.dateTime(row.holdUntil) })}</span>
          ) : null}
          {row.differences.map((difference) => (
            <Chip key={difference} kind="negative" icon={TriangleAlert}>
              {t(`difference.${difference}`)}
            </Chip>
          ))}
        </span>
      </Cell>
      <Cell className={wide}>
        <Sums sums={row.ledger} />
      </Cell>
      <Cell className={wide}>
        <Sums sums={row.provider} />
      </Cell>
    </TableRow>
  );
}

function Sums({ sums }: { sums: PaymentSums | null }) {
  const t = useMessages(storePaymentMessages);
  const format = useFormat();
  if (!sums) return <span className="text-ink-3">–</span>;
  const parts = (["setAside", "taken", "refunded"] as const)
    .filter((part) => sums[part] !== 0)
    .map((part) => t(`sums.${part}`, { amount: format.money(sums[part], { cents: "whenAny" }) }));
  return <span className="text-13">{parts.length > 0 ? parts.join(", ") : t("sums.nothing")}</span>;
}
