import type { Page } from "@playwright/test";
import { assert } from "#machines/assert";

/** The seeded people the tests become; staff by their id, customers by the key of their story. */
export type DemoPerson = { staff: string } | { customer: string };

export const maya: DemoPerson = { staff: "staff-maya-okonjo" };
export const ines: DemoPerson = { staff: "staff-ines-calloway" };
export const walt: DemoPerson = { staff: "staff-walt-emberly" };
export const gus: DemoPerson = { staff: "staff-gus-pendry" };
export const customerOf = (story: string): DemoPerson => ({ customer: story });

/** Signs this browser in as somebody of the demo, as the button of /demo does; a customer's own deal is the answer. */
export async function comeInAs(page: Page, person: DemoPerson): Promise<string | null> {
  const origin = new URL((await page.request.get("/healthz")).url()).origin;
  const answer = await page.request.post("/demo", {
    form: "staff" in person ? { staffId: person.staff } : { shopperId: `demo-shopper-${person.customer}` },
    headers: { Origin: origin },
    maxRedirects: 0,
  });
  assert(answer.status() === 302, `somebody of the demo comes in: ${answer.status()}`);
  return /^\/deals\/([^/]+)$/.exec(answer.headers().location ?? "")?.[1] ?? null;
}

/** The deal of a seeded customer, who comes in with this page. */
export async function comeInAsCustomer(page: Page, story: string): Promise<string> {
  const dealId = await comeInAs(page, customerOf(story));
  assert(dealId, `${story} has a deal`);
  return dealId;
}
