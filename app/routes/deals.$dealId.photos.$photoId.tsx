import type { LoaderFunctionArgs } from "@remix-run/node";
import { readPhoto } from "#app/trade-photos/kept-photos.server";
import { photoAnswer } from "#app/trade-photos/photo-answer.server";

/** A photo of a trade. */
export const loader = (args: LoaderFunctionArgs) => photoAnswer(args, readPhoto);
