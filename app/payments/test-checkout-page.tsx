import { Form } from "@remix-run/react";
import { Button, ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import { paymentMessages } from "./messages";

interface TestCheckoutPageProps {
  amount: number;
  description: string;
  status: string;
  returnUrl: string;
}

/** The provider's own page as a payer would meet it: plainly not the store's, plainly a test. */
export function TestCheckoutPage({ amount, description, status, returnUrl }: TestCheckoutPageProps) {
  const t = useMessages(paymentMessages);
  const format = useFormat();
  return (
    <main id="main" className="flex min-h-dvh items-center justify-center bg-sunken p-4">
      <div className="w-full max-w-sm rounded-sheet border border-line bg-surface p-6">
        <Chip kind="demo">{t("by")}</Chip>
        <h1 className="mt-4 text-20 font-semibold">{t("title")}</h1>
        <p className="mt-1 text-ink-2">{description}</p>
        <p className="mt-6 text-12 font-medium text-ink-3">{t("amount")}</p>
        <p className="text-28 font-semibold">
          <Money amount={amount} />
        </p>
        <p className="mt-4 rounded-inner bg-sunken p-3 text-13 text-ink-2">{t("testMode")}</p>
        {status === "open" ? (
          <Form method="post" className="mt-6 flex flex-col gap-3">
            <Button type="submit" name="choice" value="pay" kind="primary" size="large" wide>
              {t("pay", { amount: format.money(amount) })}
            </Button>
            <Button type="submit" name="choice" value="decline" kind="outline" size="large" wide>
              {t("decline")}
            </Button>
            <ButtonLink to={returnUrl} kind="quiet" size="large" wide>
              {t("back")}
            </ButtonLink>
          </Form>
        ) : (
          <div className="mt-6">
            <p className="mb-3">{t("done")}</p>
            <ButtonLink to={returnUrl} kind="primary" size="large" wide>
              {t("backToDeal")}
            </ButtonLink>
          </div>
        )}
      </div>
    </main>
  );
}
