import type { DealView } from "#machines/deal/deal-view";
import { isLeftOut } from "#machines/deal/deal-worksheet";
import { menuOf } from "#machines/deal/menu-catalog";
import { payoffsToSend } from "#machines/deal/payoffs-to-send";
import type { FniProduct } from "#machines/store/store-policy";
import { titleSteps, type TitleStep } from "#machines/stages/title-work";

/** What a customer keeps of a sale beside its documents: read, never changed. */
export interface OwnJacket {
  products: {
    code: string;
    kind: FniProduct["kind"];
    provider: string;
    months: number;
    miles: number;
    price: number;
  }[];
  promises: { itemId: string; text: string; by: string; dueOn: string; keptAt: string | null; note: string }[];
  /** Old loans that the store pays off: whether the customer's authorization is signed, and when the money went out. */
  payoffs: {
    car: string;
    lender: string;
    amount: number;
    goodThrough: string;
    authorized: boolean;
    sent: { amount: number; on: string } | null;
  }[];
  /** Begins with the keys. */
  title: { steps: { step: TitleStep; doneAt: string | null }[]; tagExpiresOn: string | null } | null;
  contacts: { store: string; phone: string; email: string; people: string[] };
}

/** Kept from the freeze on, for life; null while the deal is still being made. */
export function ownJacket({ card, kept, life }: DealView, signedKeys: readonly string[]): OwnJacket | null {
  if (life === "open" || life === "lost") return null;
  const { store, people, fni, dueBill, titleWork } = card;
  return {
    products: menuOf(card).flatMap(({ code, kind, provider, options }) => {
      const answer = fni.answers[code];
      const option = options.find((one) => one.code === answer?.optionCode);
      if (answer?.answer !== "accepted" || !option || isLeftOut(kept.fni)) return [];
      return [{ code, kind, provider, months: option.termMonths, miles: option.miles, price: option.price }];
    }),
    promises: dueBill.items.map(({ itemId, text, owner, dueOn, closedAt, closedNote }) => {
      const by = owner?.firstName ?? "";
      return { itemId, text, by, dueOn, keptAt: closedAt, note: closedNote };
    }),
    payoffs: payoffsToSend({ card, kept }).map(({ car, name, lender, amount, goodThrough, sent }) => {
      const authorized = signedKeys.includes(`payoffAuthorisation:${car}`);
      return { car: name, lender, amount, goodThrough, authorized, sent };
    }),
    title: life === "delivered" ? titleOf(titleWork) : null,
    contacts: {
      store: store.name,
      phone: store.phone,
      email: store.email,
      people: [people.salesperson, people.fniManager].flatMap((person) => person?.firstName ?? []),
    },
  };
}

const titleOf = ({ done, tagExpiresOn }: DealView["card"]["titleWork"]): OwnJacket["title"] => ({
  steps: titleSteps.map((step) => ({ step, doneAt: done.find((one) => one.step === step)?.at ?? null })),
  tagExpiresOn,
});
