import { describe, expect, it } from "vitest";
import { changeSentence, type ChangeReader } from "#app/deal-card/change-sentence";
import { changeMessages } from "#app/deal-card/change-messages";
import type { DealChange, HeadlineNumbers } from "#machines/deal/deal-changes";
import { cents } from "#machines/money/cents";
import { dealPermissions } from "#machines/deal/deal-permissions";
import { dealEventSchema } from "#machines/deal/deal-events";

const numbers = (payment: number | null, rest: Partial<HeadlineNumbers> = {}): HeadlineNumbers => ({
  method: "finance",
  outTheDoor: cents(3_933_625),
  payment: payment === null ? null : cents(payment),
  cashDue: cents(300_000),
  totalOfPayments: null,
  ...rest,
});

const noParts = { payment: null, outTheDoor: cents(0), cashDue: null, totalOfPayments: null };

const maya = { kind: "staff", id: "maya", role: "salesperson", firstName: "Maya" } as const;
const theo = { kind: "customer", id: "theo", role: "customer", firstName: "Theo" } as const;

const change = (cause: DealChange["cause"], rest: Partial<DealChange> = {}): DealChange => ({
  revision: 7,
  at: "2026-11-28T20:06:00.000Z",
  by: maya,
  cause,
  numbers: null,
  ...rest,
});

const reader = (rest: Partial<ChangeReader> = {}): ChangeReader => ({
  locale: "en",
  timeZone: "America/Chicago",
  you: { kind: "customer" },
  storeName: "Lakeside Motors",
  productKinds: { gap: "gap" },
  ...rest,
});

const raisedAllowance = change(
  { type: "trade.offerMade", params: { before: 1_400_000, allowance: 1_450_000 } },
  {
    numbers: {
      before: numbers(58_345, { outTheDoor: cents(3_937_250) }),
      after: numbers(57_321),
      parts: [{ ...noParts, code: "tradeAllowance", payment: cents(-1_024), outTheDoor: cents(-3_625) }],
    },
  },
);

describe("[X13] a change of payment or total says what changed, who, and by how much", () => {
  it("in English", () => {
    expect(changeSentence(raisedAllowance, reader())).toEqual({
      effect: "Payment down $10.24 a month.",
      direction: "down",
      cause: "Maya raised the trade allowance from $14,000 to $14,500.",
      parts: [],
      others: ["Out-the-door total down $36.25."],
    });
  });

  it("several causes are told each with its part, the largest first, for every figure that moved", () => {
    const cause = {
      type: "finance.cellAdopted",
      params: { fromTerm: 60, toTerm: 72, from: 300_000, to: 400_000 },
    } as const;
    const moved = {
      before: numbers(57_321, { totalOfPayments: cents(3_439_260) }),
      after: numbers(49_000, { cashDue: cents(400_000), totalOfPayments: cents(3_528_000) }),
      parts: [
        {
          ...noParts,
          code: "cashDown",
          payment: cents(-1_910),
          cashDue: cents(100_000),
          totalOfPayments: cents(-114_600),
        },
        { ...noParts, code: "term", payment: cents(-6_811), cashDue: cents(0), totalOfPayments: cents(174_540) },
        { ...noParts, code: "rate", payment: cents(400), cashDue: cents(0), totalOfPayments: cents(28_800) },
      ],
    } satisfies DealChange["numbers"];
    expect(changeSentence(change(cause, { by: theo, numbers: moved }), reader())).toMatchObject({
      effect: "Payment down $83.21 a month.",
      parts: ["term −$68.11", "cash down −$19.10", "rate +$4.00"],
      others: [
        "Cash due up $1,000.00.",
        "All payments together up $887.40: term +$1,745.40, cash down −$1,146.00, rate +$288.00.",
      ],
    });
    expect(changeSentence(change(cause, { by: theo, numbers: moved }), reader({ locale: "fr" })).parts[0]).toBe(
      "durée −68,11\u00a0$",
    );
  });

  it("in French", () => {
    const { effect, cause } = changeSentence(raisedAllowance, reader({ locale: "fr" }));
    expect(effect).toBe("Paiement en baisse de 10,24\u00a0$ par mois.");
    expect(cause).toBe("Maya a augmenté l’allocation d’échange de 14\u00a0000\u00a0$ à 14\u00a0500\u00a0$.");
  });

  it("says you to the person who did it", () => {
    const you = { kind: "staff", staffId: "maya", firstName: "Maya", role: "salesperson" } as const;
    expect(changeSentence(raisedAllowance, reader({ you })).cause).toBe(
      "You raised the trade allowance from $14,000 to $14,500.",
    );
    expect(changeSentence(raisedAllowance, reader({ you, locale: "fr" })).cause).toContain("Vous avez augmenté");
  });

  it("names a customer without a name, and the store for what nobody did", () => {
    const bySystem = { kind: "system", id: "payments", role: "system", firstName: null } as const;
    const cause = { type: "finance.termsAgreed", params: {} } as const;
    const staff = { kind: "staff", staffId: "ines", firstName: "Ines", role: "salesManager" } as const;
    expect(changeSentence(change(cause, { by: { ...theo, firstName: null } }), reader({ you: staff })).cause).toBe(
      "The customer agreed to these terms.",
    );
    expect(changeSentence(change(cause, { by: bySystem }), reader()).cause).toContain("Lakeside Motors");
  });

  it("a change of method says where the deal now stands", () => {
    const cause = { type: "finance.methodChosen", params: { from: "finance", to: "lease" } } as const;
    const moved = { before: numbers(57_321), after: numbers(29_493, { method: "lease" }), parts: [] };
    expect(changeSentence(change(cause, { by: theo, numbers: moved }), reader())).toEqual({
      effect: "Now $294.93 a month.",
      direction: null,
      cause: "You chose to lease.",
      parts: [],
      others: [],
    });
  });

  it("the total speaks where no payment moved", () => {
    const cause = { type: "vehicle.sellingPriceSet", params: { from: 3_699_500, to: 3_649_500 } } as const;
    const cash = { method: "cash", payment: null } as const;
    const moved = {
      before: numbers(null, { ...cash, cashDue: cents(3_301_625) }),
      after: numbers(null, { ...cash, cashDue: cents(3_248_000) }),
      parts: [],
    };
    expect(changeSentence(change(cause, { numbers: moved }), reader())).toMatchObject({
      effect: "Total down $536.25.",
      cause: "Maya lowered the selling price from $36,995 to $36,495.",
    });
  });
});

describe("every event has a sentence without a gap, in both languages", () => {
  const types = Object.keys(dealPermissions).filter((type) =>
    dealEventSchema.options.some((option) => option.shape.type.value === type),
  ) as DealChange["cause"]["type"][];

  const params: DealChange["cause"]["params"] = {
    from: 1,
    to: 2,
    allowance: 3,
    before: 3,
    counter: 4,
    low: 1,
    high: 2,
    amount: 5,
    fee: 6,
    miles: 7,
    months: 36,
    fromTerm: 48,
    toTerm: 60,
    name: "Ines",
    claimed: true,
    ownership: "financed",
    band: "good",
    method: "home",
    code: "gap",
    answer: "declined",
    startsAt: "2026-11-28T16:00:00.000Z",
    again: false,
    contactless: true,
    stage: "trade",
    reason: "sellMyself",
    seat: "coBuyer",
    scope: "view",
    party: "customer",
    screen: "handOver",
    corrected: true,
    count: 5,
    adjusted: true,
    nothing: false,
    until: "2026-11-30T16:00:00.000Z",
    number: "7",
    term: 60,
    asker: "Theo",
    store: "Far Store",
    payment: 8,
    due: 9,
    target: 10,
    cash: 11,
    hasTarget: true,
    done: true,
    check: "keys",
    step: "ready",
    text: "A second key.",
    state: "sold",
    back: true,
    kept: true,
    car: "Norden Vista",
    odometer: 27,
    applicant: "coBuyer",
    lender: "Northbay Bank",
    status: "approved",
    kind: "income",
    source: "The list",
  };

  it.each(types)("%s", (type) => {
    for (const locale of ["en", "fr"] as const) {
      const { cause } = changeSentence(change({ type, params }), reader({ locale }));
      expect(cause).toMatch(/\S.*\.$/);
      expect(cause).not.toMatch(/[{}]|cause\.|undefined|null| {2}| \./);
    }
  });

  it("both languages hold the same keys", () => {
    expect(Object.keys(changeMessages.fr.cause)).toEqual(Object.keys(changeMessages.en.cause));
  });
});
