import { Writable } from "node:stream";
import { renderToPipeableStream } from "react-dom/server";
import { createMemoryRouter, RouterProvider } from "react-router-dom";
import { describe, expect, it } from "vitest";
import { DealCard } from "#app/deal-card/deal-card";
import { DealCardContext, type DealCardState } from "#app/deal-card/use-deal";
import { MessagesProvider } from "#app/ui/messages";
import type { Locale } from "#app/ui/locale";
import { contextOf, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { numbersFrom } from "#machines/deal/deal-view";
import { viewOf } from "#machines/deal/view-of-deal";
import { dealWorksheet, worksheetInputs } from "#machines/deal/deal-worksheet";
import { cents } from "#machines/money/cents";
import { stageNames, type StageName } from "#machines/stages/stage";
import type { Audience } from "#machines/store/actor";
import { pencilled } from "#tests/support/a-pencil";
import { told } from "#tests/support/judged-deal";
import {
  aDeal,
  appraiser,
  dealEvents,
  dealState,
  fniManager,
  salesManager,
  type ToldEvent,
} from "#tests/support/a-deal";

const deal = dealState([
  ...dealEvents({ trade: { allowance: 1_450_000, payoff: 918_000 } }),
  { event: { type: "trade.acvAppraised", acv: cents(1_390_000), recon: cents(65_000) }, by: appraiser },
  { event: { type: "note.added", text: "Work the down, not the term." }, by: salesManager },
]);

function cardState(state: DealState, audience: Audience, stage: StageName): DealCardState {
  const view = viewOf(state, audience) as DealCardState["view"];
  const isStaff = audience !== "customer";
  return {
    dealId: view.card.identity.dealId,
    view,
    audience,
    isStaff,
    place: { kind: "buyer" },
    asOf: null,
    me: isStaff ? { staffId: "staff-salesManager", firstName: "Marcus", role: "salesManager" } : null,
    worksheet: dealWorksheet(numbersFrom(view)),
    people: [],
    line: "live",
    waiting: 0,
    changes: [],
    sinceLastHere: null,
    recent: {},
    stage,
    openStage: () => {},
    send: async () => ({ status: "again", reason: "unavailable" }),
    refused: null,
    refusedLate: [],
    putAwayRefusal: () => {},
    focusField: () => {},
    focused: null,
    hidden: false,
    setHidden: () => {},
    socket: null,
  };
}

/** The page as the server sends it, every lazy stage included. */
function serverPage(audience: Audience, stage: StageName, locale: Locale = "en", shown = deal): Promise<string> {
  const card = (
    <MessagesProvider locale={locale} timeZone="America/Chicago">
      <DealCardContext.Provider value={cardState(shown, audience, stage)}>
        <DealCard />
      </DealCardContext.Provider>
    </MessagesProvider>
  );
  const router = createMemoryRouter([{ id: "root", path: "/", element: card }]);
  return new Promise((resolve, reject) => {
    let html = "";
    const sink = new Writable({
      write(chunk, _encoding, done) {
        html += String(chunk);
        done();
      },
    });
    sink.on("finish", () => resolve(html.replaceAll("<!-- -->", "")));
    const page = renderToPipeableStream(<RouterProvider router={router} />, {
      onAllReady: () => page.pipe(sink),
      onError: reject,
    });
  });
}

describe("[X1] one card, two capability sets", () => {
  it.each(stageNames)("%s: the customer's page holds nothing of the staff's", async (stage) => {
    const html = await serverPage("customer", stage);
    expect(html).toContain("573");
    for (const secret of ["ACV", "13,900", "35,480", "Work the down", "Gross", "Staff view", "bg-staff-"])
      expect(html).not.toContain(secret);
  });

  it("a staff page shows no plum before the browser has said that its screen is not turned", async () => {
    const html = await serverPage("desk", "finance");
    for (const secret of ["13,900", "35,480", "Work the down", "bg-staff-"]) expect(html).not.toContain(secret);
  });

  it("[N5] a proposal waits on the customer's card for its answer also where financing was left out", async () => {
    const left = told(aDeal(), { type: "stage.skipped", stage: "finance", reason: "payAtStore" });
    const html = await serverPage("customer", "finance", "en", pencilled(left, { cashDown: cents(400_000) }));
    expect(html).toContain('id="pencil');
    expect(html).not.toContain("PencilSheet");
  });

  it.each(stageNames)("%s: exactly one stage is marked as open, and the page has one main place", async (stage) => {
    const html = await serverPage("customer", stage);
    expect(html.match(/<main /g)).toHaveLength(1);
    expect(html.match(/aria-current="step"/g)).toHaveLength(2); // The rail of a desk and the strip of a phone.
  });

  it.each(stageNames)("%s: French has no English left in it", async (stage) => {
    const html = await serverPage("customer", stage, "fr");
    for (const word of ["Decide later", "Cash down", "Your payment", "Out-the-door", "Next:"])
      expect(html).not.toContain(word);
  });
});

describe("catalogue D13: without a lender's answer", () => {
  const system = { kind: "system", name: "credit" } as const;
  const financed = told(deal, { type: "finance.methodChosen", method: "finance" });
  const terms = { tier: "A", buyRate: 50_000, maxRate: 80_000, contractRate: 62_500 };
  const limits = { maxLoanToValue: 1_500_000, productCap: 900_000, paymentCap: null, reference: "R", comment: "" };
  const answer = {
    type: "credit.answered",
    submissionId: "sub-1",
    version: 1,
    status: "approved",
    amount: cents(9_000_000),
    termMonths: 84,
    payment: cents(60_000),
    conditions: [],
    expiresAt: null,
    terms: { ...terms, ...limits },
  } as unknown as DealEvent;
  const asked: ToldEvent[] = [
    { event: { type: "credit.sent", submissionId: "sub-1", lender: "Alder Grove Bank" }, by: system },
    { event: answer, by: system },
  ];

  it("the payment stands on the store's rate by band, keeps every incentive, and is labelled an estimate", async () => {
    for (const [locale, before, after] of [
      [
        "en",
        /Until a lender answers, the payment is an estimate/,
        /Until the contract is written on an answer, the pay/,
      ],
      [
        "fr",
        /Tant qu’aucun prêteur n’a répondu, le paiement/,
        /Tant que le contrat n’est écrit sur aucune réponse, le/,
      ],
    ] as const) {
      expect(await serverPage("customer", "finance", locale, financed)).toMatch(before);
      const answered = await serverPage("customer", "finance", locale, dealState(asked, financed));
      expect(answered).toMatch(after);
      expect(answered).not.toMatch(before);
    }
    const { finance, store, vehicle } = contextOf(financed);
    const { contractRate } = worksheetInputs(numbersFrom(viewOf(financed, "customer")))!.finance;
    expect(
      store.retailTerms.find(({ termMonths }) => termMonths === finance.termMonths)?.contractRate[finance.creditBand],
    ).toBe(contractRate);
    const written = dealState(
      [...asked, { event: { type: "credit.chosen", submissionId: "sub-1" }, by: fniManager }],
      financed,
    );
    const page = await serverPage("customer", "finance", "en", written);
    expect(page).not.toMatch(/Until a lender answers/);
    expect(page).toMatch(/Your contract is written on this answer/);
    // The fallback drops nothing of the maker's money: the same incentives stand before and after.
    expect(contextOf(written).vehicle.claimedIncentives).toEqual(vehicle.claimedIncentives);
    const rebates = (state: DealState) => worksheetInputs(numbersFrom(viewOf(state, "customer")))!.price.rebates;
    expect(rebates(financed)).toEqual(rebates(written));
  });
});
