import type { StaffPerson } from "#app/accounts/request-person.server";
import type { DealSummary } from "#app/deals/deal-summary";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { log } from "#app/platform/log.server";
import { cents } from "#machines/money/cents";
import { CARD_TENDER_CAP } from "#machines/stages/tender";
import { storePolicySchema } from "#machines/store/store-policy";
import { paymentsOfRooftop } from "./payment-connection.server";
import { type ReconciledPayment, reconcile } from "./reconcile.server";
import { type PaymentRow, type StorePaymentsData, termsRoles } from "./store-payments";

/** A month of deposits fits a page; older ones are found by their deal. */
const MOST_ROWS = 200;

/** The store's payments: what is where, and whether the provider says the same. */
export async function readStorePayments(person: StaffPerson): Promise<StorePaymentsData> {
  const { rooftopId, firstName, lastName } = person;
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
  const policy = storePolicySchema.parse(rooftop.policy);
  const connection = paymentsOfRooftop(rooftopId);
  const compared = await reconcile(rooftopId, now()).catch((error: unknown) => {
    log.warn({ err: error }, "the payment provider did not answer a reconciliation");
    return null;
  });
  return {
    storeName: rooftop.name,
    reader: { firstName, lastName },
    provider: connection && {
      name: connection.provider.name,
      livemode: connection.provider.livemode,
      isStandIn: connection.standIn !== null,
    },
    accounts: await balances(rooftopId),
    rows: await rowsOf(rooftopId, compared ?? []),
    providerAway: compared === null,
    terms: {
      amount: policy.deposit.amount,
      holdHours: policy.deposit.holdHours,
      refundable: policy.deposit.refundable !== false,
      cardCap: policy.cardTenderCap ?? CARD_TENDER_CAP,
      mayChange: termsRoles.includes(person.role),
    },
    rooftop: { timeZone: policy.timeZone, accent: null },
  };
}

async function balances(rooftopId: string): Promise<StorePaymentsData["accounts"]> {
  const { rows } = await database().query<{ account: string; balance: number }>(
    `select l."account", sum(case l."side" when 'debit' then l."amount" else -l."amount" end)::int as balance
       from "LedgerEntry" l join "Deal" d on d."id" = l."dealId" and d."rooftopId" = $1
      group by l."account" order by l."account"`,
    [rooftopId],
  );
  return rows.map(({ account, balance }) => ({ account, balance: cents(balance) }));
}

async function rowsOf(rooftopId: string, compared: readonly ReconciledPayment[]): Promise<PaymentRow[]> {
  const deals = await database().prisma.deal.findMany({
    where: { rooftopId },
    select: { id: true, number: true, summary: true },
  });
  const byDeal = new Map(deals.map((deal) => [deal.id, deal]));
  const attempts = await database().prisma.depositAttempt.findMany({
    where: { dealId: { in: [...byDeal.keys()] }, status: { not: "opening" } },
    orderBy: { createdAt: "desc" },
    take: MOST_ROWS,
  });
  const byIntent = new Map(compared.map((payment) => [payment.intent, payment]));
  const rows = attempts.map((attempt): PaymentRow => {
    const deal = byDeal.get(attempt.dealId);
    const payment = attempt.intent ? byIntent.get(attempt.intent) : undefined;
    if (attempt.intent) byIntent.delete(attempt.intent);
    return {
      key: attempt.id,
      dealId: attempt.dealId,
      dealNumber: deal?.number ?? null,
      customer: customerOf(deal?.summary),
      stockNumber: attempt.stockNumber,
      at: attempt.createdAt.toISOString(),
      amount: cents(attempt.amount),
      status: attempt.status,
      holdUntil: attempt.status === "held" ? (attempt.holdUntil?.toISOString() ?? null) : null,
      ledger: payment?.ledger ?? null,
      provider: payment?.provider ?? null,
      differences: payment?.differences ?? [],
    };
  });
  return [...[...byIntent.values()].map(strangerRow), ...rows].sort(
    (one, other) => other.differences.length - one.differences.length,
  );
}

/** Money at the provider that our ledger has no try for: first in the list, for a person to look at. */
const strangerRow = (payment: ReconciledPayment): PaymentRow => ({
  key: payment.intent,
  dealId: payment.dealId,
  dealNumber: payment.dealNumber,
  customer: "",
  stockNumber: null,
  at: null,
  amount: cents((payment.provider?.setAside ?? 0) + (payment.provider?.taken ?? 0)),
  status: "unknown",
  holdUntil: null,
  ledger: payment.ledger,
  provider: payment.provider,
  differences: payment.differences,
});

function customerOf(summary: unknown): string {
  const { customerName } = (summary ?? {}) as Partial<Pick<DealSummary, "customerName">>;
  return customerName ?? "";
}
