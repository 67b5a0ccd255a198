import { beforeAll, describe, expect, it } from "vitest";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { takeInSchema, takeInVehicle } from "#app/intake/take-in-vehicle.server";
import { readBoard } from "#app/publishing/board.server";
import { submitBoardAct } from "#app/publishing/submit-board-act.server";
import { lakesideId } from "#prisma/seed/rooftop";
import { openDealStore, staffCalled } from "#tests/support/deal-store";
import { testDatabase } from "#tests/support/test-database";

const database = await testDatabase();
beforeAll(() => openDealStore(database));

const ines = { ...staffCalled("Ines"), kind: "staff", sessionId: "test" } as unknown as StaffPerson;
const bea = { staffId: "staff-bea-tanager", name: "Bea Tanager" };

async function takeIn(vin: string): Promise<string> {
  const answer = await takeInVehicle(lakesideId, takeInSchema.parse({ vin, mileage: 40_000 }), bea);
  if (!answer.ok) throw new Error(answer.refusal.reason);
  return answer.stockNumber;
}

function formOf(fields: Record<string, string>, stock: readonly string[]): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  for (const one of stock) form.append("stock", one);
  return form;
}

describe("[M1] one act on several cards", () => {
  it("moves each that may go there, and says of the others why not", async () => {
    const [one, other, third] = [
      await takeIn("5FNRL38247B006367"),
      await takeIn("KM8JN72D07U585496"),
      await takeIn("JNKCV51F54M711589"),
    ];
    const move = (to: string, stock: readonly string[]) => submitBoardAct(ines, formOf({ act: "move", to }, stock));
    expect(await move("inRecon", [one, other, one])).toEqual({ kind: "done", done: 2, refused: [] });
    expect(await move("wholesaled", [one, "U0", third])).toEqual({
      kind: "done",
      done: 2,
      refused: [{ stockNumber: "U0", reason: "gone" }],
    });
    expect(await move("inReview", [one, other])).toEqual({
      kind: "done",
      done: 1,
      refused: [{ stockNumber: one, reason: "notLegal" }],
    });
    const { columns } = await readBoard(lakesideId, { query: "", author: "" });
    expect(columns.find(({ state }) => state === "inReview")?.cards.map(({ stockNumber }) => stockNumber)).toEqual([
      other,
    ]);
  });

  it("decodes several again, and reads nothing else", async () => {
    const stockNumber = await takeIn("WDBTJ56J26F166340");
    expect(await submitBoardAct(ines, formOf({ act: "decode" }, [stockNumber]))).toEqual({
      kind: "done",
      done: 1,
      refused: [],
    });
    for (const form of [formOf({ act: "move", to: "inRecon" }, []), formOf({ act: "move" }, [stockNumber])])
      expect(await submitBoardAct(ines, form)).toEqual({ kind: "unreadable" });
    expect(await submitBoardAct(ines, formOf({ act: "approve", to: "live" }, [stockNumber]))).toEqual({
      kind: "unreadable",
    });
  });
});
