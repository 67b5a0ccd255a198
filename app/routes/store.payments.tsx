import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { paymentRoles } from "#app/payments/store-payments";
import { readStorePayments } from "#app/payments/store-payments.server";
import { StorePaymentsPage } from "#app/payments/store-payments-page";
import { storePaymentMessages } from "#app/payments/store-payment-messages";
import { defaultLocale, isLocale } from "#app/ui/locale";
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

export default function StorePayments() {
  return <StorePaymentsPage {...useLoaderData<typeof loader>()} />;
}
