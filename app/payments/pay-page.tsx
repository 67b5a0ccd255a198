import { Form, useNavigation } from "@remix-run/react";
import { CircleCheck, LoaderCircle } from "lucide-react";
import type { ReactNode } from "react";
import { AccountPage, Question } from "#app/accounts/account-page";
import { FormNotice } from "#app/accounts/form-notice";
import { refusalMessages } from "#app/deal-card/refusal-messages";
import { Button } from "#app/ui/button";
import { CheckboxField } from "#app/ui/choice-field";
import { formatDateTime } from "#app/ui/format";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useAskAgain } from "#app/ui/use-ask-again";
import { useFormat } from "#app/ui/use-format";
import type { RefusalCode } from "#machines/deal/deal-refusals";
import { payMessages } from "./pay-messages";
import type { PayPageData } from "./pay-page-data";

type PayableDeal = Extract<PayPageData, { state: "deal" }>;

/** While a payment is under way somebody looks at this page: it asks again this often. */
const ASK_AGAIN_MS = 1_000;

/** One payment on the customer's own phone. */
export function PayPage({ page, refused }: { page: PayPageData; refused: RefusalCode | null }) {
  const t = useMessages(payMessages);
  if (page.state !== "deal") {
    const words = page.state === "dead" ? ["dead", "deadLead"] : ["thanks", "thanksLead"];
    return (
      <AccountPage store={null}>
        <Question title={t(words[0] as "dead")} lead={t(words[1] as "deadLead")}>
          {null}
        </Question>
      </AccountPage>
    );
  }
  return <DealPayment page={page} refused={refused} />;
}

function DealPayment({ page, refused }: { page: PayableDeal; refused: RefusalCode | null }) {
  const t = useMessages(payMessages);
  const format = useFormat();
  const { status, store, car, amount, bankAsked } = page;
  useAskAgain(status === "checkingOut" ? ASK_AGAIN_MS : null);
  const money = format.money(amount, { cents: "whenAny" });
  if (status === "held")
    return (
      <Frame
        page={page}
        title={t("held")}
        icon={<CircleCheck aria-hidden className="size-10 text-pos" strokeWidth={1.5} />}
      >
        <p role="status">
          {t("heldLead", {
            amount: money,
            until: page.holdUntil ? formatDateTime(page.holdUntil, format.locale, page.timeZone, "weekday") : "",
          })}
        </p>
      </Frame>
    );
  if (status === "refunding" || status === "forfeited")
    return (
      <Frame page={page} title={t("off")}>
        <p>{t("offLead")}</p>
      </Frame>
    );
  if (status === "checkingOut")
    return (
      <Frame
        page={page}
        title={t(bankAsked ? "bank" : "checking")}
        icon={
          <LoaderCircle
            aria-hidden
            className="size-8 animate-spin text-ink-3 motion-reduce:animate-none"
            strokeWidth={1.5}
          />
        }
      >
        <p role="status">{t(bankAsked ? "bankLead" : "checkingLead")}</p>
        <PayForm page={page} label={t("again")} quiet />
      </Frame>
    );
  const said = refused ? refusalMessages[format.locale][refused] : null;
  return (
    <AccountPage store={store}>
      <Question title={t("title")} lead={t("lead", { car, store })} after={t("never")}>
        <FormNotice>{said ? `${said.sentence} ${said.next}` : status === "failed" ? t("failed") : null}</FormNotice>
        <div className="rounded-block border border-line p-4">
          <p className="text-12 font-medium text-ink-3">{t("amount")}</p>
          <p className="text-38 font-figure">
            <Money amount={amount} cents="whenAny" />
          </p>
          <ul className="mt-2 flex list-disc flex-col gap-1 pl-5 text-ink-2 marker:text-ink-3">
            <li>{t("hold", { hours: page.holdHours })}</li>
            <li>{t(page.refundable ? "refundable" : "mayKeep")}</li>
            <li>{t("credit")}</li>
          </ul>
        </div>
        <PayForm page={page} label={t("pay", { amount: money })} />
      </Question>
    </AccountPage>
  );
}

interface FrameProps {
  page: PayableDeal;
  title: string;
  icon?: ReactNode;
  children: ReactNode;
}

function Frame({ page: { store, car }, title, icon, children }: FrameProps) {
  const t = useMessages(payMessages);
  return (
    <AccountPage store={store}>
      <Question title={title} lead={t("lead", { car, store })}>
        {icon}
        {children}
      </Question>
    </AccountPage>
  );
}

/** Posts to the provider's page by way of ours; works without script. */
function PayForm({ page, label, quiet = false }: { page: PayableDeal; label: string; quiet?: boolean }) {
  const t = useMessages(payMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <Form method="post" reloadDocument className="flex flex-col gap-3">
      <input type="hidden" name="revision" value={page.revision} />
      {page.accepted ? null : <CheckboxField name="accept" label={t("accept")} required />}
      <Button type="submit" kind={quiet ? "outline" : "primary"} size="large" wide busy={busy}>
        {label}
      </Button>
    </Form>
  );
}
