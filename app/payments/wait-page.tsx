import { Form, useNavigation } from "@remix-run/react";
import { AccountPage, Question } from "#app/accounts/account-page";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { waitMessages } from "./wait-messages";

export interface WaitPageData {
  store: string;
  stockNumber: string;
  car: string;
  isHeld: boolean;
  waiting: number;
}

/** A held car: one address, one mail. */
export function WaitPage({ page, answer }: { page: WaitPageData; answer: "done" | "wrong" | null }) {
  const t = useMessages(waitMessages);
  const busy = useNavigation().state !== "idle";
  const { store, stockNumber, car, isHeld, waiting } = page;
  const open = (
    <ButtonLink kind={isHeld ? "outline" : "primary"} size="large" wide to={`/inventory/${stockNumber}`}>
      {t("open")}
    </ButtonLink>
  );
  if (!isHeld || answer === "done")
    return (
      <AccountPage store={store}>
        <Question title={car} lead={t(isHeld ? "done" : "free")}>
          {open}
        </Question>
      </AccountPage>
    );
  return (
    <AccountPage store={store}>
      <Question title={t("title")} lead={t("lead", { car })} after={t("waiting", { count: waiting })}>
        <Form method="post" className="flex flex-col gap-4">
          <TextField
            label={t("email")}
            hint={t("hint")}
            name="email"
            type="email"
            autoComplete="email"
            required
            maxLength={200}
            error={answer === "wrong" ? t("wrong") : undefined}
          />
          <Button type="submit" kind="primary" size="large" wide busy={busy}>
            {t("send")}
          </Button>
        </Form>
        {open}
      </Question>
    </AccountPage>
  );
}
