import { Form, useNavigation } from "@remix-run/react";
import { AccountPage, Question } from "#app/accounts/account-page";
import { CodeField } from "#app/accounts/code-field";
import { FormNotice, SlowDown } from "#app/accounts/form-notice";
import { showroomMessages } from "#app/showroom/showroom-messages";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import type { SeatQuestion, SeatRefusal } from "./take-seat.server";

/** What an invitation's link opens: the six digits, and the seat. */
export function SeatPage({ question, refused }: { question: SeatQuestion; refused: SeatRefusal | null }) {
  const t = useMessages(showroomMessages);
  if (question.state === "staff" || refused?.reason === "staff")
    return (
      <AccountPage store={null}>
        <Question title={t("seat.staffTitle")} lead={t("seat.staff")}>
          {null}
        </Question>
      </AccountPage>
    );
  if (question.state === "yours")
    return (
      <AccountPage store={null}>
        <Question title={t("seat.yoursTitle")} lead={t("seat.yours")}>
          <ButtonLink kind="primary" size="large" wide to={`/deals/${question.dealId}`}>
            {t("seat.open")}
          </ButtonLink>
        </Question>
      </AccountPage>
    );
  if (question.state === "dead" || refused?.reason === "dead")
    return (
      <AccountPage store={null}>
        <Question title={t("seat.deadTitle")} lead={t("seat.dead")}>
          {null}
        </Question>
      </AccountPage>
    );
  return <SeatForm name={question.name} store={question.store} refused={refused} />;
}

function SeatForm({ name, store, refused }: { name: string; store: string; refused: SeatRefusal | null }) {
  const t = useMessages(showroomMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <AccountPage store={store}>
      <Question title={t("seat.title")} lead={t("seat.lead", { store, name })} after={t("seat.note")}>
        <Form method="post" className="flex flex-col gap-4">
          <FormNotice>
            {refused?.reason === "slowDown" ? <SlowDown retryAfterSeconds={refused.retryAfterSeconds} /> : null}
            {refused?.reason === "again" ? t("seat.again") : null}
          </FormNotice>
          <CodeField
            autoFocus
            hint={t("seat.codeHint")}
            error={refused?.reason === "wrongCode" ? t("seat.wrongCode") : undefined}
          />
          <Button type="submit" kind="primary" size="large" wide busy={busy}>
            {t("seat.submit")}
          </Button>
        </Form>
      </Question>
    </AccountPage>
  );
}
