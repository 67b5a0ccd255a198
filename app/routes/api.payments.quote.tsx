import type { ActionFunctionArgs, LoaderFunctionArgs } from "@remix-run/node";
import { quotePayment } from "#app/quotes/payments-api.server";

/** A payment for a car in stock or for free figures, for a store's own site. */
export const action = ({ request, context }: ActionFunctionArgs) => quotePayment(request, context.clientAddress);

/** GET says how to ask. */
export const loader = ({ request, context }: LoaderFunctionArgs) => quotePayment(request, context.clientAddress);
