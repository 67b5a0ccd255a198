import { describe, expect, it } from "vitest";
import { changedFields, fieldsOfLine } from "#app/deal-card/changed-fields";
import { dealEventSchema } from "#machines/deal/deal-events";
import { dealWorksheet } from "#machines/deal/deal-worksheet";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { MAX_FOCUS_FIELD } from "#app/realtime/protocol";
import { aDeal } from "#tests/support/a-deal";

describe("[X5] a field just changed by somebody else is lit", () => {
  it("every event that belongs to a stage lights a place", () => {
    const types = dealEventSchema.options.map((option) => option.shape.type.value);
    // About the deal as a whole, or on the sheets beside the stages: no place of a stage looks different after it.
    const ofNoStage = /^(deal|wait|showroom|promise|handover|dueBill|titleWork|returns|drive)\./;
    const dark = types.filter((type) => !ofNoStage.test(type) && changedFields(type).length === 0);
    expect(dark).toEqual([]);
  });

  it("an event this page does not know lights nothing", () => {
    expect(changedFields("trade.somethingNewer")).toEqual([]);
  });

  it("an accepted offer lights the trade's line of the summary", () => {
    const view = viewOf(aDeal({ trade: { allowance: 1_450_000, payoff: 918_000 } }), "customer");
    const codes = dealWorksheet(numbersFrom(view))?.summaryLines.map(({ code }) => code) ?? [];
    const lit = codes.filter((code) =>
      fieldsOfLine(code).some((field) => changedFields("trade.offerAccepted").includes(field)),
    );
    expect(lit).toEqual(["tradeEquity"]);
  });

  it("the longest place name fits the wire", () => {
    expect("cell.84.1000000000".length).toBeLessThanOrEqual(MAX_FOCUS_FIELD);
  });
});
