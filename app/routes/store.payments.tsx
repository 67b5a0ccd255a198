import { type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { changeDepositTerms } from "#app/payments/change-deposit-terms.server";
import { paymentRoles, termsRoles } from "#app/payments/store-payments";
import { readStorePayments } from "#app/payments/store-payments.server";
import { StorePaymentsPage } from "#app/payments/store-payments-page";
import { storePaymentMessages } from "#app/payments/store-payment-messages";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { parseMoney } from "#app/ui/parse-money";
import { translator } from "#app/ui/translator";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(storePaymentMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("title") }, { name: "robots", content: "noindex" }];
};

export async function loader({ request }: LoaderFunctionArgs) {
  return readStorePayments(await requireStaff(request, paymentRoles));
}

/** What the store's next deals ask for. */
export async function action({ request }: ActionFunctionArgs) {
  const { rooftopId } = await requireStaff(request, termsRoles);
  const form = await request.formData();
  const changed = await changeDepositTerms(rooftopId, {
    amount: parseMoney(String(form.get("amount"))),
    holdHours: Number(form.get("holdHours")),
    refundable: form.get("refundable") === "yes",
    cardCap: parseMoney(String(form.get("cardCap"))),
  });
  return changed ? redirect("/store/payments") : { wrong: true };
}

export default function StorePayments() {
  const answer = useActionData<typeof action>();
  return <StorePaymentsPage {...useLoaderData<typeof loader>()} wrong={answer?.wrong === true} />;
}
