import type { DealContext } from "./deal-context";
import type { DealEventOf } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import { dealWorksheet } from "./deal-worksheet";
import type { EventMeta } from "./event-meta";
import type { GuardScope } from "./guard-scope";
import { differencesKey, promiseDifferences } from "./promise-differences";
import { MOST_PROMISES } from "./promise-slice";
import type { Change } from "./stage-writes";

type PromiseEvent = DealEventOf<"promise.kept"> | DealEventOf<"promise.differencesAcknowledged">;

export function promiseChange({ promises }: DealContext, event: PromiseEvent, meta: EventMeta): Change {
  switch (event.type) {
    case "promise.kept": {
      const list = [...promises.list, { content: event.content, by: meta.by, at: meta.at }];
      return { promises: { ...promises, list } };
    }
    case "promise.differencesAcknowledged":
      return { promises: { ...promises, acknowledged: { number: event.number, key: event.key } } };
  }
}

/** A promise is about the deal's own vehicle, at figures that work out, while its price is guaranteed. */
export function promiseCanBeKept(
  deal: DealContext,
  { content }: DealEventOf<"promise.kept">,
  { kept }: Pick<GuardScope, "kept">,
): Refusal | null {
  const { vehicle } = deal.vehicle;
  if (!vehicle) return refuse("noVehicle");
  if (content.vehicle.stockNumber !== vehicle.stockNumber) return refuse("promiseOutdated");
  if (content.goodThrough < content.keptOn) return refuse("promisePriceExpired");
  if (deal.promises.list.length >= MOST_PROMISES) return refuse("promisesFull", { count: MOST_PROMISES });
  const sheet = dealWorksheet({ ...deal, kept });
  if (!sheet?.chosen.ok) return refuse("notComputable");
  // The figures were read before the deal's turn came: a promise of figures that have moved is not given.
  return sheet.outTheDoor === content.outTheDoor ? null : refuse("promiseOutdated");
}

/** Only differences that are there can be agreed to, and only as they are. */
export function differencesAreThese(
  deal: DealContext,
  { number, key }: DealEventOf<"promise.differencesAcknowledged">,
  { kept }: Pick<GuardScope, "kept">,
): Refusal | null {
  const promise = deal.promises.list.find(({ content }) => content.number === number);
  if (!promise) return refuse("promiseUnknown");
  const differences = promiseDifferences({ ...deal, kept }, promise.content);
  return differences.length > 0 && differencesKey(differences) === key ? null : refuse("promiseOutdated");
}
