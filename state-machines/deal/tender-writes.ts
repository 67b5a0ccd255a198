import type { DealContext } from "./deal-context";
import type { DealEvent } from "./deal-events";
import type { EventMeta } from "./event-meta";

type TenderEvent = Extract<DealEvent, { type: `tender.${string}` }>;

/** What money at the desk writes down. */
export function tenderChange(
  { tenders }: DealContext,
  event: TenderEvent,
  { by, at }: EventMeta,
): Pick<DealContext, "tenders"> {
  const { list, promises } = tenders;
  switch (event.type) {
    case "tender.recorded": {
      const { method, amount, reference, promise } = event;
      const tender = { number: list.length + 1, method, amount, reference, promise, by, at, returns: [] };
      const kept = promises.map((one) => (one.number === promise ? { ...one, status: "kept" as const } : one));
      return { tenders: { list: [...list, tender], promises: kept } };
    }
    case "tender.promised": {
      const { amount, dueOn } = event;
      const promise = { number: promises.length + 1, amount, dueOn, status: "open" as const, by, at };
      return { tenders: { list, promises: [...promises, promise] } };
    }
    case "tender.promiseDropped":
      return {
        tenders: {
          list,
          promises: promises.map((one) => (one.number === event.number ? { ...one, status: "dropped" as const } : one)),
        },
      };
    case "tender.returned": {
      const { number, amount, reason } = event;
      const returned = { amount, reason, by, at };
      return {
        tenders: {
          promises,
          list: list.map((one) => (one.number === number ? { ...one, returns: [...one.returns, returned] } : one)),
        },
      };
    }
  }
}
