import { cents } from "#machines/money/cents";
import { database } from "#app/platform/database.server";
import { receiveProviderNews } from "./receive-provider-news.server";

/** What the payer did on the page. Only the first answer counts; the page shows that one to a second press. */
export async function settleTestCheckout(id: string, outcome: "paid" | "declined"): Promise<void> {
  const { rows } = await database().query<{ amount: number }>(
    `update "TestCheckout" set "status" = $2 where "id" = $1 and "status" = 'open' returning "amount"`,
    [id, outcome],
  );
  const checkout = await database().prisma.testCheckout.findUniqueOrThrow({ where: { id } });
  if (rows.length === 0 && checkout.status !== outcome) return;
  const amount = cents(checkout.amount);
  await receiveProviderNews(
    outcome === "paid"
      ? { id: `${id}:paid`, provider: "test", type: "checkout.completed", reference: id, amount }
      : { id: `${id}:declined`, provider: "test", type: "checkout.failed", reference: id, amount, reason: "declined" },
  );
}
