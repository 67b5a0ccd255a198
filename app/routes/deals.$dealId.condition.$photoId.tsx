import type { LoaderFunctionArgs } from "@remix-run/node";
import { readHandoverPhoto } from "#app/delivery/handover-photos.server";
import { photoAnswer } from "#app/trade-photos/photo-answer.server";

/** A photo of the car's condition at the hand-over, or of something that is still owed. */
export const loader = (args: LoaderFunctionArgs) => photoAnswer(args, readHandoverPhoto);
