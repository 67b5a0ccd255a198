import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { solvePayment } from "#app/quotes/payments-api.server";

/** Price, cash down, term, rate or lease cash for a payment that the shopper names. */
export const action = ({ request, context }: ActionFunctionArgs) => solvePayment(request, context.clientAddress);

/** GET says how to ask. */
export const loader = ({ request, context }: LoaderFunctionArgs) => solvePayment(request, context.clientAddress);
