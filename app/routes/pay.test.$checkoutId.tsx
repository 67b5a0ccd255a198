import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { chooseProvider } from "#app/payments/choose-provider.server";
import { TestCheckoutPage } from "#app/payments/test-checkout-page";
import { settleTestCheckout } from "#app/payments/settle-test-checkout.server";
import { readTestCheckout, testProvider } from "#app/payments/test-provider.server";

export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = () => [{ title: "Test payment" }, { name: "robots", content: "noindex" }];

/** The checkout behind an address nobody can guess; gone where the test provider is not in use. */
async function findCheckout(checkoutId: string | undefined) {
  const checkout = chooseProvider() === testProvider && checkoutId ? await readTestCheckout(checkoutId) : null;
  if (!checkout) throw new Response(null, { status: 404, statusText: "Not Found" });
  return checkout;
}

export async function loader({ params }: LoaderFunctionArgs) {
  const { amount, description, status, returnUrl } = await findCheckout(params.checkoutId);
  return { amount, description, status, returnUrl };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const checkout = await findCheckout(params.checkoutId);
  const choice = (await request.formData()).get("choice");
  if (choice === "pay" || choice === "decline")
    await settleTestCheckout(checkout.id, choice === "pay" ? "paid" : "declined");
  return redirect(checkout.returnUrl);
}

export default function TestPaymentPage() {
  return <TestCheckoutPage {...useLoaderData<typeof loader>()} />;
}
