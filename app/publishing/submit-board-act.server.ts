import { z } from "zod";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { refreshFromOutside } from "#app/intake/take-in-vehicle.server";
import { staffName } from "#app/intake/stock-record.server";
import { log } from "#app/platform/log.server";
import { moveVehicle, type MoveRefusal } from "./move-vehicle.server";
import { lifecycleStates } from "./vehicle-lifecycle";

/** A column's worth: each is judged and written down by itself. */
const MOST_AT_ONCE = 60;

const actSchema = z.object({
  act: z.enum(["move", "decode"]),
  to: z.enum(lifecycleStates).optional(),
  stock: z.array(z.string().max(40)).min(1).max(MOST_AT_ONCE),
});

/** What became of a bulk act: how many cars it was done to, and which ones stayed where they were, and why. */
export type BoardAnswer =
  { kind: "unreadable" } | { kind: "done"; done: number; refused: { stockNumber: string; reason: MoveRefusal }[] };

/** One act on several cars: each by the same rule as alone, one after another, and none because of another. */
export async function submitBoardAct(person: StaffPerson, form: FormData): Promise<BoardAnswer> {
  const parsed = actSchema.safeParse({
    act: form.get("act"),
    to: form.get("to") || undefined,
    stock: [...new Set(form.getAll("stock").map(String))],
  });
  if (!parsed.success || (parsed.data.act === "move" && !parsed.data.to)) return { kind: "unreadable" };
  const { act, to, stock } = parsed.data;
  const refused: Extract<BoardAnswer, { kind: "done" }>["refused"] = [];
  for (const stockNumber of stock) {
    if (act === "decode") await refreshFromOutside(person.rooftopId, stockNumber);
    const reason =
      to && act === "move" ? await moveVehicle(person.rooftopId, stockNumber, to, staffName(person)) : null;
    if (reason) refused.push({ stockNumber, reason });
  }
  log.info({ act, to, cars: stock.length, refused: refused.length, staffId: person.staffId }, "merchandising board");
  return { kind: "done", done: stock.length - refused.length, refused };
}
