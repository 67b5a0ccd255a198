import type { DealContext } from "./deal-context";
import type { EventMeta } from "./event-meta";
import type { Change, EventIn } from "./stage-writes";

/** What an event of the menu writes. */
export function menuChange({ fni }: DealContext, event: EventIn<"fni">, meta: EventMeta): Change {
  switch (event.type) {
    case "fni.productAnswered": {
      const { code, answer, optionCode } = event;
      return { fni: { ...fni, answers: { ...fni.answers, [code]: { answer, optionCode } } } };
    }
    case "fni.needsAnswered": {
      const { type: _, ...needs } = event;
      return { fni: { ...fni, needs } };
    }
    case "fni.rated":
      return { fni: { ...fni, rated: { source: event.source, at: meta.at, products: event.products } } };
    case "fni.priceExceptionSet": {
      const { code, optionCode, price, reason } = event;
      const others = (fni.exceptions ?? []).filter((known) => known.code !== code || known.optionCode !== optionCode);
      const exceptions = price === null ? others : [...others, { code, optionCode, price, reason, by: meta.by }];
      return { fni: { ...fni, exceptions } };
    }
    case "fni.menuSigned":
      return { fni: { ...fni, signed: { name: event.signedName, key: event.key, at: meta.at } } };
  }
}
