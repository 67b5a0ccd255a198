import { describe, expect, test } from "vitest";
import { permissionRefusal } from "#machines/deal/apply-deal-event";
import {
  type DealEdit,
  dealEditSchema,
  type DealEvent,
  dealEventSchema,
  isRequestedEdit,
} from "#machines/deal/deal-events";
import { dealPermissions } from "#machines/deal/deal-permissions";
import type { Role } from "#machines/store/actor";
import { actorOf } from "#tests/support/deal-people";

type Saying = (DealEvent | DealEdit)["type"];
const sayings = Object.keys(dealPermissions) as Saying[];
const roles = Object.keys(actorOf) as Role[];
const mayDo = (role: Role, saying: Saying) => permissionRefusal(actorOf[role], saying) === null;

describe("[D1] only the roles a row mentions may say its event", () => {
  test.each(sayings)("%s", (saying) => {
    const named: readonly Role[] = dealPermissions[saying].by;
    expect(roles.filter((role) => mayDo(role, saying)).toSorted()).toEqual([...named].toSorted());
  });

  test("every event and every edit has a row, and no row is about anything else", () => {
    const types = [...dealEventSchema.options, ...dealEditSchema.options].map((schema) => schema.shape.type.value);
    expect(sayings.toSorted()).toEqual([...new Set<string>(types)].toSorted());
  });
});

describe("the rows a lawyer reads first", () => {
  test("[T3] a customer cannot set the ACV, nor can a salesperson", () => {
    expect(mayDo("customer", "trade.acvAppraised")).toBe(false);
    expect(mayDo("salesperson", "trade.acvAppraised")).toBe(false);
  });

  test("[T4] only the customer answers an offer for their car", () => {
    for (const saying of ["trade.offerAccepted", "trade.offerDeclined", "trade.offerCountered"] as const)
      expect(roles.filter((role) => mayDo(role, saying))).toEqual(["customer"]);
  });

  test("[F5] only the customer agrees to terms and to the terms of a deposit", () => {
    for (const saying of ["finance.termsAgreed", "deposit.termsAccepted"] as const)
      expect(roles.filter((role) => mayDo(role, saying))).toEqual(["customer"]);
  });

  test("[V2] a customer cannot set the selling price", () => {
    expect(mayDo("customer", "vehicle.sellingPriceSet")).toBe(false);
  });

  test("[F2] a rate is set by the finance manager or the desk, never on the floor", () => {
    expect(mayDo("customer", "finance.contractRateSet")).toBe(false);
    expect(mayDo("salesperson", "finance.contractRateSet")).toBe(false);
  });

  test("[P3] money is told by the payment provider alone", () => {
    for (const saying of ["deposit.checkoutOpened", "deposit.held", "deposit.failed", "deposit.refunded"] as const)
      expect(roles.filter((role) => mayDo(role, saying))).toEqual(["system"]);
  });

  test("[D3] every commitment names the revision it was made on", () => {
    const commitments = sayings.filter((saying) => "needsCurrentRevision" in dealPermissions[saying]);
    expect(commitments.toSorted()).toEqual([
      "deal.contracted",
      "deal.freezeRequested",
      "deposit.termsAccepted",
      "finance.termsAgreed",
      "fni.menuSigned",
      "pencil.accepted",
      "promise.differencesAcknowledged",
      "stage.confirmed",
      "trade.offerAccepted",
    ]);
  });

  test("[L3] customers do not hear of appraisals and staff notes", () => {
    const untold = sayings.filter((saying) => dealPermissions[saying].toldTo === "staff");
    expect(untold.toSorted()).toEqual([
      "approval.granted",
      "approval.refused",
      "approval.requested",
      "credit.flagRaised",
      "credit.flagResolved",
      "deposit.disputed",
      "deposit.returnApproved",
      "deposit.returnDeclined",
      "deposit.returnRequested",
      "handover.overridden",
      "handover.workDone",
      "handover.workPlanRequested",
      "handover.workPlanned",
      "note.added",
      "titleWork.alarmRaised",
      "titleWork.holderNamed",
      "trade.acvAppraised",
      "trade.verificationWaived",
    ]);
  });

  test("[D1] an event that only a look-up may make cannot be sent by a client", () => {
    const edits = new Set<string>(dealEditSchema.options.map((schema) => schema.shape.type.value));
    for (const type of ["deal.started", "deal.frozen", "vehicle.swapped", "trade.valued", "deposit.held"])
      expect(edits.has(type)).toBe(false);
    const requested = dealEditSchema.options.filter((schema) =>
      isRequestedEdit({ type: schema.shape.type.value } as DealEdit),
    );
    const events = new Set<string>(dealEventSchema.options.map((schema) => schema.shape.type.value));
    for (const schema of requested) expect(events.has(schema.shape.type.value)).toBe(false);
  });
});
