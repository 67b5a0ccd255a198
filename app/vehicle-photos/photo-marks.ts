import { z } from "zod";

const share = z.number().min(0).max(1);
const MOST_STROKES = 60;
const MOST_POINTS = 400;
const MOST_PLATES = 6;

export const boxSchema = z.strictObject({ x: share, y: share, width: share, height: share });
export const strokeSchema = z.strictObject({
  mark: z.enum(["car", "background"]),
  radius: z.number().min(0.002).max(0.2),
  points: z
    .array(z.tuple([share, share]))
    .min(1)
    .max(MOST_POINTS),
});

/** What somebody drew on a photo. */
export const photoMarksSchema = z.strictObject({
  version: z.literal(1),
  plates: z.array(boxSchema).max(MOST_PLATES),
  strokes: z.array(strokeSchema).max(MOST_STROKES),
});
export type PhotoMarks = z.infer<typeof photoMarksSchema>;
export const noMarks: PhotoMarks = { version: 1, plates: [], strokes: [] };
