import { closeDrawing, drawApart } from "#app/documents/draw-apart.server";
import type { DrawnKind } from "#app/documents/forms/drawn-forms.server";
import type { FormInput } from "#app/documents/forms/form-input";
import { noSensitiveFields } from "#app/documents/sensitive-fields";
import { applyDealEvent, type DealState } from "#machines/deal/apply-deal-event";
import type { DealEvent } from "#machines/deal/deal-events";
import { viewOf } from "#machines/deal/view-of-deal";
import { cents } from "#machines/money/cents";
import { plainDate } from "#machines/money/plain-date";
import type { ActorRef } from "#machines/store/actor";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";
import { lakesidePolicy } from "#prisma/seed/rooftop";

/** A financed deal with a trade, products taken and refused, and a deposit. */
const jacket: DrawnKind[] = [
  "retailContract",
  "buyersOrder",
  "creditApplication",
  "conditionalDelivery",
  "odometerStatement",
  "tradeOdometerStatement",
  "payoffAuthorisation",
  "menuRecord",
  "productWaiver",
  "privacyNotice",
  "creditScoreNotice",
  "dueBill",
  "deliveryReceipt",
  "adverseAction",
];

const day = "2026-11-28T15:00:00.000Z";
const customer: ActorRef = { kind: "customer", id: "bench", role: "customer", firstName: null };

const vehicle: VehicleSnapshot = {
  stockNumber: "N2601",
  vin: "1N9VH26X0TL000142",
  condition: "new",
  year: 2026,
  make: "Norden",
  model: "Vista Hybrid",
  trim: "XL",
  body: "suv",
  fuel: "hybrid",
  drivetrain: "awd",
  colour: "Lake blue",
  interior: "Grey cloth",
  mileage: 12,
  msrp: cents(3_845_000),
  advertisedPrice: cents(3_699_500),
  priceGoodThrough: plainDate("2026-12-31"),
  addOns: [],
  incentives: [],
  residuals: [],
  cost: { invoice: cents(0), vehicleCost: cents(0), pack: cents(0), recon: cents(0), holdback: cents(0) },
};

function frozenDeal(): DealState {
  const { fniCatalog } = lakesidePolicy;
  const events: DealEvent[] = [
    {
      type: "deal.started",
      dealId: "bench",
      dealNumber: "LM-1",
      startedFrom: "walkIn",
      contractDate: plainDate("2026-11-28"),
      store: lakesidePolicy,
      vehicle,
    },
    {
      type: "customer.identified",
      firstName: "Theo",
      lastName: "Marsh",
      email: "theo@example.test",
      phone: "555 0142",
    },
    { type: "customer.addressStated", street: "12 Elm Road", city: "Lakeside", region: "IL", postcode: "60614" },
    { type: "trade.described", year: 2019, make: "Corvane", model: "Tessa", trim: "", mileage: 58_240, vin: null },
    { type: "trade.ownershipStated", ownership: "financed" },
    {
      type: "trade.payoffStated",
      lender: "Cedar Savings",
      payoff: cents(918_000),
      payoffGoodThrough: plainDate("2026-12-08"),
    },
    {
      type: "trade.offerMade",
      offerId: "offer-1",
      allowance: cents(1_450_000),
      reasons: [],
      note: "",
      expiresAt: "2026-12-05T00:00:00.000Z",
    },
    { type: "trade.offerAccepted", offerId: "offer-1" },
    ...fniCatalog.map(({ code, options }, index): DealEvent => ({
      type: "fni.productAnswered",
      code,
      optionCode: options[0]?.code ?? "",
      answer: index % 2 === 0 ? "accepted" : "declined",
    })),
    { type: "deposit.termsAccepted", amount: cents(50_000), termsVersion: "deposit-2026-01" },
    { type: "deposit.checkoutOpened", attempt: 1, amount: cents(50_000) },
    {
      type: "deposit.held",
      attempt: 1,
      amount: cents(50_000),
      reference: "pi_1",
      holdUntil: "2026-12-01T15:00:00.000Z",
    },
    { type: "deal.frozen", contractDate: plainDate("2026-11-28") },
  ];
  let state: DealState | null = null;
  for (const event of events)
    state = applyDealEvent(state, event, { revision: (state?.revision ?? 0) + 1, at: day, by: customer });
  if (!state) throw new Error("a deal has events");
  return state;
}

const input: FormInput = {
  locale: "en",
  view: viewOf(frozenDeal(), "customer"),
  drawnAt: day,
  coBuyer: "Inés Marsh",
  about: "1",
  lender: "Harbor Credit Union",
  copyOnly: true,
  owed: [],
  refusal: {
    creditor: "Harbor Credit Union",
    creditorAddress: "1 Pier Way, Lakeside, IL 60614",
    reasons: ["Income insufficient for amount of credit requested"],
    agency: null,
    decidedOn: "2026-11-28",
  },
  conditional: { lender: "Harbor Credit Union", deadline: "2026-12-08" },
  sensitive: noSensitiveFields,
};

export const DOCUMENTS = jacket.length;

/** Fifteen documents and the file they make together, drawn by the workers that the server has. */
export async function drawWholeJacket(): Promise<number> {
  const forms = await Promise.all(jacket.map((form) => drawApart({ kind: "form", form, input }, true)));
  const parts = forms.map(({ bytes }, at) => ({ title: jacket[at] ?? "", state: "", bytes, type: "pdf" as const }));
  const words = {
    title: "Deal jacket",
    author: "Bench",
    locale: "en" as const,
    at: day,
    footer: "",
    lead: "",
    kept: "",
    missing: [],
    seal: null,
  };
  const { pages } = await drawApart({ kind: "jacket", jacket: { ...words, parts } }, true);
  return pages;
}

export const stopDrawing = closeDrawing;
