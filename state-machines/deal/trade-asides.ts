import type { DealEvent, DealEventType } from "./deal-events";

/**
 * What is done or said about a car without working in the stage: a customer who left the trade out does not find it taken
 * up again because the store appraised it, looked at it or wrote a line.
 */
export const tradeAsides = [
  "trade.acvAppraised",
  "trade.reviewStarted",
  "trade.messageSent",
] as const satisfies readonly DealEventType[];

export const isTradeAside = (type: DealEventType): boolean => (tradeAsides as readonly DealEventType[]).includes(type);

/** Everything that is said or done about a car that comes in. */
export const isTradeEvent = (event: DealEvent): event is Extract<DealEvent, { type: `trade.${string}` }> =>
  event.type.startsWith("trade.");
