import { cents } from "#machines/money/cents";
import { database } from "#app/platform/database.server";
import { paymentsOfRooftop } from "./payment-connection.server";
import type { ListedPayment } from "./payment-provider";
import type { Difference, PaymentSums } from "./payment-sums";

export interface ReconciledPayment {
  attemptId: string | null;
  dealId: string | null;
  dealNumber: string | null;
  intent: string;
  ledger: PaymentSums | null;
  provider: PaymentSums | null;
  differences: Difference[];
}

const DAY_MS = 24 * 3_600_000;
/** A payment is settled within minutes; the days before are looked at as well, for late refunds. */
export const RECONCILED_DAYS = 30;

/** Our ledger against the provider's list, payment by payment, newest first. Reads only; a person decides. */
export async function reconcile(rooftopId: string, today: Date): Promise<ReconciledPayment[]> {
  const since = new Date(today.getTime() - RECONCILED_DAYS * DAY_MS);
  const ours = await ledgerSums(rooftopId, since);
  const provider = paymentsOfRooftop(rooftopId)?.provider;
  const found: ReconciledPayment[] = [];
  const listed = new Set<string>();
  if (provider) {
    for await (const payment of provider.listPayments(since)) {
      listed.add(payment.intent);
      const mine = ours.get(payment.intent) ?? null;
      // Another store's, or nobody's: only money that names one of our tries is ours to ask about.
      if (!mine && !(await isOurs(payment, rooftopId))) continue;
      found.push(compared(payment.intent, mine, sumsOf(payment)));
    }
  }
  for (const [intent, mine] of ours) if (!listed.has(intent)) found.push(compared(intent, mine, null));
  return found;
}

interface LedgerPayment extends PaymentSums {
  attemptId: string;
  dealId: string;
  dealNumber: string;
}

async function ledgerSums(rooftopId: string, since: Date): Promise<Map<string, LedgerPayment>> {
  const { rows } = await database().query<LedgerPayment & { intent: string }>(
    `select a."intent", a."id" as "attemptId", a."dealId", d."number" as "dealNumber",
       coalesce(sum(case when l."account" = 'providerHold' then s.signed end), 0)::int as "setAside",
       coalesce(sum(case when l."account" = 'providerCash' and l."kind" in ('capture','payment') then s.signed end), 0)::int as "taken",
       coalesce(-sum(case when l."account" = 'providerCash' and l."kind" in ('refund','refundReturned') then s.signed end), 0)::int as "refunded"
     from "DepositAttempt" a
     join "Deal" d on d."id" = a."dealId" and d."rooftopId" = $1
     join "LedgerEntry" l on l."attemptId" = a."id"
     cross join lateral (select case l."side" when 'debit' then l."amount" else -l."amount" end as signed) s
     where a."createdAt" >= $2 and a."intent" is not null
     group by a."id", d."number"
     order by a."createdAt" desc`,
    [rooftopId, since.toISOString()],
  );
  return new Map(rows.map((row) => [row.intent, row]));
}

async function isOurs({ attemptId, captured, status }: ListedPayment, rooftopId: string): Promise<boolean> {
  if (!attemptId || (captured === 0 && status !== "authorized")) return false;
  const attempt = await database().prisma.depositAttempt.findUnique({ where: { id: attemptId } });
  const deal = attempt && (await database().prisma.deal.findUnique({ where: { id: attempt.dealId } }));
  return deal?.rooftopId === rooftopId;
}

const sumsOf = ({ status, amount, captured, refunded }: ListedPayment): PaymentSums => ({
  setAside: status === "authorized" ? amount : cents(0),
  taken: captured,
  refunded,
});

function compared(intent: string, mine: LedgerPayment | null, theirs: PaymentSums | null): ReconciledPayment {
  const differences: Difference[] = [];
  if (!mine) differences.push("missingInLedger");
  else if (!theirs) differences.push("missingAtProvider");
  else {
    if (mine.setAside !== theirs.setAside) differences.push("setAsideDiffers");
    if (mine.taken !== theirs.taken) differences.push("takenDiffers");
    if (mine.refunded !== theirs.refunded) differences.push("refundedDiffers");
  }
  return {
    attemptId: mine?.attemptId ?? null,
    dealId: mine?.dealId ?? null,
    dealNumber: mine?.dealNumber ?? null,
    intent,
    ledger: mine && { setAside: mine.setAside, taken: mine.taken, refunded: mine.refunded },
    provider: theirs,
    differences,
  };
}
