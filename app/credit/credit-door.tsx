import { Form, useNavigation } from "@remix-run/react";
import { AccountPage, Question } from "#app/accounts/account-page";
import { CodeField } from "#app/accounts/code-field";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { creditMessages } from "./credit-messages";

export interface CreditDoorAnswer {
  refused: "staff" | "wrong" | "dead";
}

/** What an applicant's link opens: the six digits, and behind them their own part. */
export function CreditDoor({
  state,
  answer,
}: {
  state: "staff" | "ready" | "dead";
  answer: CreditDoorAnswer | undefined;
}) {
  const t = useMessages(creditMessages);
  const busy = useNavigation().state !== "idle";
  const shut = answer && answer.refused !== "wrong" ? answer.refused : state === "ready" ? null : state;
  return (
    <AccountPage store={null}>
      <Question title={t("door.title")} lead={shut ? t(`door.${shut}`) : t("door.lead")}>
        {shut ? null : (
          <Form method="post" className="flex flex-col gap-4">
            <CodeField autoFocus error={answer?.refused === "wrong" ? t("door.wrong") : undefined} />
            <Button type="submit" kind="primary" size="large" wide busy={busy}>
              {t("door.act")}
            </Button>
          </Form>
        )}
      </Question>
    </AccountPage>
  );
}
