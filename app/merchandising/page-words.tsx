import { createContext, useContext, type ReactNode } from "react";
import { assert } from "#machines/assert";
import type { storeMessages } from "./store-messages";
import type { vehicleMessages } from "./vehicle-messages";

export type FrameWords = (typeof storeMessages)["fr"];
export type VehicleWords = (typeof vehicleMessages)["fr"];

const FrameContext = createContext<FrameWords | null>(null);
const VehicleContext = createContext<VehicleWords | null>(null);

interface PageWordsProps {
  frame: FrameWords;
  vehicle?: VehicleWords;
  children: ReactNode;
}

/**
 * The words of a public page, in the reader's language, as its loader brought them. A shopper on a phone then loads one
 * language of one page and no reader of messages, instead of both languages of everything.
 */
export function PageWords({ frame, vehicle, children }: PageWordsProps) {
  return (
    <FrameContext.Provider value={frame}>
      <VehicleContext.Provider value={vehicle ?? null}>{children}</VehicleContext.Provider>
    </FrameContext.Provider>
  );
}

export function useFrameWords(): FrameWords {
  const words = useContext(FrameContext);
  assert(words, "the frame of a page has its words");
  return words;
}

export function useVehicleWords(): VehicleWords {
  const words = useContext(VehicleContext);
  assert(words, "a vehicle's page has its words");
  return words;
}

/** Puts values into plain words: "{index} of {total}". */
export const fill = (text: string, values: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
