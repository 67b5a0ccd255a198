import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { AccountPage, Question } from "./account-page";
import { CodeField } from "./code-field";
import { FormNotice, SlowDown } from "./form-notice";
import { accountMessages } from "./messages";
import { PasskeySignIn } from "./passkey-buttons";
import { passkeyMessages } from "./passkey-messages";
import { QrCode, type QrDrawing } from "./qr-code";

interface SecondFactorPageProps {
  store: string | null;
  redirectTo: string;
  question: { step: "code"; passkey: boolean } | { step: "enrol"; secret: string; qr: QrDrawing };
  refused: { reason: "wrongCode" } | { reason: "slowDown"; retryAfterSeconds: number } | null;
}

export function SecondFactorPage({ store, redirectTo, question, refused }: SecondFactorPageProps) {
  const t = useMessages(accountMessages);
  const busy = useNavigation().state !== "idle";
  const key = useMessages(passkeyMessages);
  const enrols = question.step === "enrol";
  const asksKey = question.step === "code" && question.passkey;
  const name = store ?? t("product");
  const back = (
    <Link to="/staff/sign-in" className="link">
      {t("factor.back")}
    </Link>
  );
  return (
    <AccountPage store={store}>
      <Question
        title={enrols ? t("factor.enrolTitle") : asksKey ? key("factorTitle") : t("factor.title")}
        lead={
          enrols
            ? t("factor.enrolLead")
            : asksKey
              ? key("factorLead", { store: name })
              : t("factor.lead", { store: name })
        }
        after={back}
      >
        {enrols ? <Enrolment secret={question.secret} qr={question.qr} /> : null}
        {asksKey ? <PasskeySignIn redirectTo={redirectTo} /> : null}
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="redirectTo" value={redirectTo} />
          <FormNotice>
            {refused?.reason === "slowDown" ? <SlowDown retryAfterSeconds={refused.retryAfterSeconds} /> : null}
          </FormNotice>
          <CodeField
            autoFocus={!enrols && !asksKey}
            hint={enrols ? t("factor.stepType") : undefined}
            error={refused?.reason === "wrongCode" ? t("factor.wrong") : undefined}
          />
          <Button type="submit" kind={asksKey ? "outline" : "primary"} size="large" wide busy={busy}>
            {enrols ? t("factor.enrolSubmit") : t("factor.submit")}
          </Button>
        </Form>
      </Question>
    </AccountPage>
  );
}

/** The key in groups of four, for those who type it. */
function Enrolment({ secret, qr }: { secret: string; qr: QrDrawing }) {
  const t = useMessages(accountMessages);
  return (
    <div className="flex flex-col gap-4">
      <p className="text-ink-2">{t("factor.stepScan")}</p>
      <QrCode drawing={qr} label={t("factor.qr")} className="size-40 self-center rounded-block border border-line" />
      <p className="rounded-block bg-ground px-3.5 py-2.5 text-center">
        <span className="block text-12 text-ink-3">{t("factor.key")}</span>
        <span className="text-13 font-medium break-words tracking-wide">{secret.replace(/(.{4})(?=.)/g, "$1 ")}</span>
      </p>
    </div>
  );
}
