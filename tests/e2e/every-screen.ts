import type { Page } from "@playwright/test";
import { stageNames } from "#machines/stages/stage";
import { comeInAs, comeInAsCustomer, maya, walt } from "./demo-people";

/** What anybody can open. */
export const publicScreens = [
  "/",
  "/inventory",
  "/inventory?body=suv&sort=priceUp",
  "/inventory?make=nobody",
  "/inventory/N2614",
  "/inventory/N2614?pay=lease",
  "/resume",
  "/staff/sign-in",
  "/demo",
  "/dev/outbox",
  "/nothing-is-here",
] as const;

const cardScreens = (dealId: string) => [
  ...stageNames.map((stage) => `/deals/${dealId}?stage=${stage}`),
  `/deals/${dealId}/history`,
];

/** A customer's card in every stage: Theo is in the middle of it, Kenji has an offer, June has to look again. */
export async function customerScreens(page: Page): Promise<string[]> {
  return cardScreens(await comeInAsCustomer(page, "theo"));
}

/** The same card with the staff's own figures, and the desks. */
export async function staffScreens(page: Page): Promise<string[]> {
  const dealId = await comeInAsCustomer(page, "nadia");
  await comeInAs(page, maya);
  return [...cardScreens(dealId), "/desk"];
}

export async function financeScreens(page: Page): Promise<string[]> {
  const dealId = await comeInAsCustomer(page, "nadia");
  await comeInAs(page, walt);
  return ["/finance", `/finance/${dealId}`];
}
