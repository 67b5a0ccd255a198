import type { CarBody, CarColour, CarInterior } from "#prisma/seed/car-art/car-art-catalog";
import type { Background } from "./editing/compose-photo";
import type { GateFault } from "./editing/mask-gate";
import type { Box } from "./editing/picture";
import type { DamageKind, PaperKind, Shot } from "./photo-shots";

export type PhotoState = "waiting" | "working" | "ready" | "failed";
export type DrawingStep = "reading" | "cutting" | "drawing" | "saving";

/** One photo as the people see it who work on it. */
export interface PhotoView {
  id: string;
  shot: Shot;
  state: PhotoState;
  step: DrawingStep | null;
  isShown: boolean;
  thumb: string;
  unedited: string;
  edited: string | null;
  /** Of the upright original. */
  width: number;
  height: number;
  mayReplace: boolean;
  background: Background;
  mask: { by: "machine" | "person"; preview: string; passed: boolean; faults: GateFault[] } | null;
  plates: Box[];
  spots: { id: string; x: number; y: number; kind: DamageKind; sizeMm: number | null }[];
  /** Pixels of the car that a new background left as they were: all of them. */
  carPixels: number | null;
  steps: string[];
  keptGround: string | null;
}

export interface PhotoSlotView {
  shot: Shot;
  required: boolean;
  photos: PhotoView[];
}

export interface PhotoScreen {
  storeName: string;
  reader: { firstName: string; lastName: string };
  car: {
    stockNumber: string;
    name: string;
    /** It was approved before: a photo can go on its page by itself. */
    hasPage: boolean;
    isLive: boolean;
    art: { body: CarBody; colour: CarColour; interior: CarInterior };
  };
  slots: PhotoSlotView[];
  papers: { id: string; kind: PaperKind; version: number; source: string; date: string }[];
  preset: { propose: boolean; background: "soft" | "studio"; provider: string; monthlyLimit: number };
}
