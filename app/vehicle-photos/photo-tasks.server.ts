import type { EditedPhoto, EditStep, Recipe } from "./editing/edit-photo.server";
import {
  cutSample,
  editPhoto,
  maskFile,
  previewOf,
  proposeMask,
  readMask,
  refineMask,
} from "./editing/edit-photo.server";
import type { Stroke } from "./editing/grab-cut.server";
import { inspectPhoto, type InspectedPhoto, type InspectRefusal } from "./editing/inspect-photo.server";
import { type GateVerdict, judgeMask } from "./editing/mask-gate";
import { CAR, type Picture } from "./editing/picture";
import { openPhoto, pixelsOf, readPhoto, scaled } from "./editing/pixels.server";

/** A mask, how it looks before another ground, and what the gate says. */
export interface FoundMask {
  mask: Uint8Array;
  preview: Uint8Array;
  verdict: GateVerdict;
}

/** What can be asked of the process that works on pixels. */
export interface PhotoTasks {
  inspect: { asked: { bytes: Uint8Array }; answer: InspectedPhoto | { refused: InspectRefusal } };
  edit: { asked: { original: Uint8Array; recipe: Recipe }; answer: EditedPhoto };
  propose: {
    asked: {
      /** The photo as it was taken, in the size that people see. */
      photo: Uint8Array;
      /** The car as a provider cut it out: its transparency is the mask. Null: found here. */
      cutOut: Uint8Array | null;
    };
    answer: FoundMask;
  };
  refine: {
    asked: {
      photo: Uint8Array;
      mask: Uint8Array | null;
      strokes: readonly Stroke[];
      background: "soft" | "studio";
    };
    answer: FoundMask;
  };
}

export type PhotoTaskName = keyof PhotoTasks;

type Handlers = {
  [Name in PhotoTaskName]: (
    asked: PhotoTasks[Name]["asked"],
    onStep: (step: EditStep) => void,
  ) => Promise<PhotoTasks[Name]["answer"]>;
};

/** A brush is felt at this size; edges are sought at it too. */
const BRUSHED_SIDE = 640;

const sampleOf = async (photo: Uint8Array) => cutSample(await readPhoto(photo, BRUSHED_SIDE * 2), BRUSHED_SIDE);

/** Half seen through is not the car. */
async function judgedCutOut(sample: Picture, cutOut: Uint8Array) {
  const alpha = await pixelsOf(openPhoto(cutOut).ensureAlpha().extractChannel("alpha"), 1);
  const sized = await scaled(alpha, sample.width, sample.height);
  const mask = { ...sized, data: sized.data.map((value) => (value >= 128 ? CAR : 0)) };
  return { mask, verdict: judgeMask({ photo: sample, mask, second: null }) };
}

export const photoTasks: Handlers = {
  inspect: ({ bytes }) => inspectPhoto(bytes),
  edit: ({ original, recipe }, onStep) => editPhoto(original, recipe, onStep),
  async propose({ photo, cutOut }) {
    const sample = await sampleOf(photo);
    const { mask, verdict } = cutOut ? await judgedCutOut(sample, cutOut) : await proposeMask(sample);
    return { mask: await maskFile(mask), preview: await previewOf(sample, mask, "studio"), verdict };
  },
  async refine({ photo, mask: before, strokes, background }) {
    const sample = await sampleOf(photo);
    const known = before && (await scaled(await readMask(before), sample.width, sample.height));
    const { mask, verdict } = await refineMask(sample, known, strokes);
    return { mask: await maskFile(mask), preview: await previewOf(sample, mask, background), verdict };
  },
};
