import { cents } from "#machines/money/cents";
import { addDays, isPlainDate, type PlainDate } from "#machines/money/plain-date";
import { cashReport } from "#machines/stages/cash-report";
import type { TenderMethod } from "#machines/stages/tender";
import { storePolicySchema } from "#machines/store/store-policy";
import type { StaffPerson } from "#app/accounts/request-person.server";
import type { DealSummary } from "#app/deals/deal-summary";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { type TillAccount, tillAccounts, type TillLine, type TillReport } from "./till-report";

/** More on one day is a month's work of a large store. */
const MOST_LINES = 500;

interface Entry {
  movement: string;
  side: "debit" | "credit";
  account: TillAccount;
  amount: number;
  kind: string;
  dealId: string;
  by: { kind: string; id: string };
  at: Date | string;
  number: string;
  summary: Partial<DealSummary> | null;
}

/** One day of one store's money: what came in and went out by account, what is owed back, what is to be reported. */
export async function readTillReport(person: StaffPerson, asked: string | null): Promise<TillReport> {
  const { rooftopId, firstName, lastName } = person;
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
  const { timeZone } = storePolicySchema.parse(rooftop.policy);
  const today = storeDate(now().toISOString(), timeZone) as PlainDate;
  const day = asked !== null && isPlainDate(asked) ? asked : today;
  const entries = await entriesOf(rooftopId, day, timeZone);
  const names = await staffNames(rooftopId);
  const lines = entries.map((entry) => lineOf(entry, names));
  return {
    storeName: rooftop.name,
    reader: { firstName, lastName },
    day,
    before: addDays(day, -1),
    after: addDays(day, 1),
    sums: tillAccounts.map((account) => {
      const own = lines.filter((line) => line.account === account).map(({ amount }) => amount);
      const total = (amounts: number[]) => cents(amounts.reduce((sum, amount) => sum + amount, 0));
      return {
        account,
        came: total(own.filter((amount) => amount > 0)),
        went: total(own.filter((amount) => amount < 0).map((amount) => -amount)),
      };
    }),
    lines,
    owed: await owedBack(rooftopId),
    cash: await cashToReport(rooftopId),
    rooftop: { timeZone, accent: null },
  };
}

async function entriesOf(rooftopId: string, day: string, timeZone: string): Promise<Entry[]> {
  const { rows } = await database().query<Entry>(
    `select l."movement", l."side", l."account", l."amount", l."kind", l."dealId", l."by", l."at", d."number", d."summary"
       from "LedgerEntry" l join "Deal" d on d."id" = l."dealId" and d."rooftopId" = $1
      where l."account" = any($2::text[]) and (l."at" at time zone $4)::date = $3::date
      order by l."id" limit ${MOST_LINES}`,
    [rooftopId, [...tillAccounts], day, timeZone],
  );
  return rows;
}

const customerOf = (summary: Partial<DealSummary> | null) => summary?.customerName ?? "";

function lineOf(entry: Entry, names: ReadonlyMap<string, string>): TillLine {
  const { movement, side, account, amount, kind, dealId, by, at, number, summary } = entry;
  return {
    key: `${movement}:${side}`,
    at: new Date(at).toISOString(),
    dealId,
    dealNumber: number,
    customer: customerOf(summary),
    kind,
    account,
    amount: cents(side === "debit" ? amount : -amount),
    by: by.kind === "staff" ? (names.get(by.id) ?? by.id) : null,
  };
}

async function staffNames(rooftopId: string): Promise<ReadonlyMap<string, string>> {
  const staff = await database().prisma.staffMember.findMany({
    where: { rooftopId },
    select: { id: true, firstName: true, lastName: true },
  });
  return new Map(staff.map(({ id, firstName, lastName }) => [id, `${firstName} ${lastName}`]));
}

/** Money of the desk whose deposit is over and that nobody has handed out yet. */
async function owedBack(rooftopId: string): Promise<TillReport["owed"]> {
  const { rows } = await database().query<{
    attemptId: string;
    dealId: string;
    number: string;
    summary: Partial<DealSummary> | null;
    owed: number;
  }>(
    `select l."attemptId", l."dealId", d."number", d."summary",
            sum(case l."side" when 'credit' then l."amount" else -l."amount" end)::int as owed
       from "LedgerEntry" l join "Deal" d on d."id" = l."dealId" and d."rooftopId" = $1
      where l."account" = 'refundsOwed' and l."attemptId" is not null
      group by l."attemptId", l."dealId", d."number", d."summary"
     having sum(case l."side" when 'credit' then l."amount" else -l."amount" end) > 0
      order by d."number"`,
    [rooftopId],
  );
  return rows.map(({ attemptId, dealId, number, summary, owed }) => ({
    attemptId,
    dealId,
    dealNumber: number,
    customer: customerOf(summary),
    amount: cents(owed),
  }));
}

const methodByKind: Record<string, TenderMethod> = { deskCash: "cash", deskBankDraft: "bankDraft" };
/** Twelve months, and the days in which a report is still to be made. */
const LOOK_BACK = "400 days";

/** Deals whose cash passed the threshold, whoever took it and on however many days. */
async function cashToReport(rooftopId: string): Promise<TillReport["cash"]> {
  const { rows } = await database().query<Entry>(
    `select l."movement", l."side", l."account", l."amount", l."kind", l."dealId", l."by", l."at", d."number", d."summary"
       from "LedgerEntry" l join "Deal" d on d."id" = l."dealId" and d."rooftopId" = $1
      where l."side" = 'debit' and l."kind" in ('deskCash', 'deskBankDraft') and l."at" > $2::timestamptz - interval '${LOOK_BACK}'
      order by l."id"`,
    [rooftopId, now().toISOString()],
  );
  const byDeal = grouped(rows);
  return [...byDeal.values()].flatMap((entries) => {
    const payments = entries.map(({ kind, amount, at }) => ({
      method: methodByKind[kind] ?? "cash",
      amount: cents(amount),
      at: new Date(at).toISOString(),
    }));
    const { total, reportBy } = cashReport(payments);
    const [first] = entries;
    return first && reportBy
      ? [{ dealId: first.dealId, dealNumber: first.number, customer: customerOf(first.summary), total, reportBy }]
      : [];
  });
}

function grouped(rows: readonly Entry[]): Map<string, Entry[]> {
  const byDeal = new Map<string, Entry[]>();
  for (const row of rows) byDeal.set(row.dealId, [...(byDeal.get(row.dealId) ?? []), row]);
  return byDeal;
}
