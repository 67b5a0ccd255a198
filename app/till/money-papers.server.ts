import type { MoneyPaperKind } from "#machines/jacket/document-kinds";
import { type Cents, cents } from "#machines/money/cents";
import { type TenderMethod, tenderMethods } from "#machines/stages/tender";
import { database } from "#app/platform/database.server";

/** How the money of a paper moved: over the desk, by card at the provider, or only set aside there. */
export type MoneyWay = TenderMethod | "online" | "setAside" | "letGo";

/** One movement of the ledger that has a paper of its own. */
export interface MoneyPaper {
  kind: MoneyPaperKind;
  /** Tells it from the deal's other papers of its kind, and stands in its number: "D1", "2", "2-R1". */
  about: string;
  amount: Cents;
  way: MoneyWay;
  /** Why it went back, by code; null for what came in. */
  reason: string | null;
  at: string;
}

interface Entry {
  movement: string;
  kind: string;
  amount: number;
  attemptId: string | null;
  reason: string | null;
  at: Date | string;
}

const lower = (name: string) => `${name.charAt(0).toLowerCase()}${name.slice(1)}`;
const methodIn = (kind: string): TenderMethod | null => {
  const name = lower(kind.replace(/^(desk|payout)/, "").replace(/Returned$/, ""));
  return tenderMethods.find((method) => method === name) ?? null;
};

const wayOf = (kind: string): MoneyWay => {
  if (kind === "authorization") return "setAside";
  if (kind === "release") return "letGo";
  return methodIn(kind) ?? "online";
};

/** The last word of a key made of a deal's id and numbers: "tender:<deal>:2" is about "2". */
const wordsAfter = (movement: string, dealId: string) =>
  movement.slice(movement.indexOf(dealId) + dealId.length + 1).split(":");

type About = Pick<MoneyPaper, "kind" | "about">;

/** Which paper a movement has; null for those between the store's own accounts. */
function aboutOf({ movement, kind, attemptId }: Entry, dealId: string): About | null {
  const [first = "", second] = wordsAfter(movement, dealId);
  if (attemptId !== null) {
    if (movement.startsWith("payment:") || movement.startsWith("authorization:"))
      return { kind: "depositReceipt", about: `D${first}` };
    if (/^(refund|release|return|payout):/.test(movement) && kind !== "refundOwed")
      return { kind: "refundReceipt", about: second ? `D${first}-R${second}` : `D${first}-R` };
    return null;
  }
  if (movement.startsWith("tender:")) return { kind: "tenderReceipt", about: first };
  if (movement.startsWith("tenderReturn:")) return { kind: "refundReceipt", about: `${first}-R${second ?? ""}` };
  if (movement.startsWith("carReturnPaid:"))
    return { kind: kind.endsWith("Returned") ? "refundReceipt" : "tenderReceipt", about: "C" };
  return null;
}

/** Every movement of a deal's money that somebody gets a paper for, oldest first. */
export async function moneyPapers(dealId: string): Promise<MoneyPaper[]> {
  const entries: Entry[] = await database().prisma.ledgerEntry.findMany({
    where: { dealId, side: "debit" },
    orderBy: { id: "asc" },
  });
  return entries.flatMap((entry) => {
    const about = aboutOf(entry, dealId);
    if (!about) return [];
    const { amount, kind, reason, at } = entry;
    const isBack = about.kind === "refundReceipt";
    return [
      {
        ...about,
        amount: cents(amount),
        way: wayOf(kind),
        reason: isBack ? reason : null,
        at: new Date(at).toISOString(),
      },
    ];
  });
}
