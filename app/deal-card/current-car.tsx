import { createContext, useContext, useMemo, useState, type ReactNode } from "react";
import { useDeal } from "#app/deal-card/use-deal";
import { describedTrades, nextCar } from "#machines/deal/deal-trades";
import type { DealView } from "#machines/deal/deal-view";
import { noTrade, tradeIsComplete } from "#machines/stages/trade";

type Slice = DealView["card"]["trade"];

interface CurrentCar {
  car: number;
  trade: Slice;
  /** Goes with every edit about this car; nothing is said of the first one. */
  about: { car?: number };
  cars: { car: number; trade: Slice }[];
  /** The number a further car would get; null when there is no room for one. */
  next: number | null;
  choose(car: number): void;
}

const CurrentCarContext = createContext<{ chosen: number | null; choose(car: number): void }>({
  chosen: null,
  choose: () => {},
});

/** Which of the cars that come in is on the screen: for the panel, the tray and the one primary button alike. */
export function CurrentCarProvider({ children }: { children: ReactNode }) {
  const [chosen, choose] = useState<number | null>(null);
  const value = useMemo(() => ({ chosen, choose }), [chosen]);
  return <CurrentCarContext.Provider value={value}>{children}</CurrentCarContext.Provider>;
}

/** The one that somebody chose; else the first that something is still to be done about. */
export function useCurrentCar(): CurrentCar {
  const { card } = useDeal().view;
  const { chosen, choose } = useContext(CurrentCarContext);
  const cars = describedTrades<Slice>(card);
  const next = nextCar(card);
  const isThere = chosen !== null && (chosen === next || cars.some(({ car }) => car === chosen));
  const car = isThere ? chosen : (cars.find(({ trade }) => !tradeIsComplete(trade))?.car ?? cars[0]?.car ?? 1);
  const trade = car === 1 ? card.trade : (card.furtherTrades[car - 2] ?? (noTrade as Slice));
  return { car, trade, about: car === 1 ? {} : { car }, cars, next, choose };
}
