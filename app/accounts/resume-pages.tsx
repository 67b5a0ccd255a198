import { Form, useNavigation } from "@remix-run/react";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useRootData } from "#app/ui/root-data";
import { TextField } from "#app/ui/text-field";
import { AccountPage, Question } from "./account-page";
import { CodeField } from "./code-field";
import { FormNotice, SlowDown } from "./form-notice";
import { accountMessages } from "./messages";

interface PageProps {
  store: string | null;
}

type SlowDownRefusal = { reason: "slowDown"; retryAfterSeconds: number };

export function AskForLinkPage({
  store,
  refused,
}: PageProps & { refused: { reason: "notAnAddress" } | SlowDownRefusal | null }) {
  const t = useMessages(accountMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <AccountPage store={store}>
      <Question title={t("resume.title")} lead={t("resume.lead")}>
        <Form method="post" action="/resume" className="flex flex-col gap-4">
          <FormNotice>
            {refused?.reason === "slowDown" ? <SlowDown retryAfterSeconds={refused.retryAfterSeconds} /> : null}
          </FormNotice>
          <TextField
            label={t("resume.email")}
            name="email"
            type="email"
            autoComplete="email"
            required
            error={refused?.reason === "notAnAddress" ? t("resume.notAnAddress") : undefined}
          />
          <Button type="submit" kind="primary" size="large" wide busy={busy}>
            {t("resume.submit")}
          </Button>
          <p className="text-center text-12 text-ink-3">{t("resume.reassurance")}</p>
        </Form>
      </Question>
    </AccountPage>
  );
}

/** The same words whether or not anybody has this address. */
export function LinkSentPage({ store }: PageProps) {
  const t = useMessages(accountMessages);
  const isDemo = useRootData()?.demo ?? false;
  return (
    <AccountPage store={store}>
      <Question title={t("resume.sentTitle")} lead={t("resume.sentLead")} after={t("resume.sentNothing")}>
        <p className="text-pretty text-ink-2">{t("resume.sentHere")}</p>
        <div className="flex flex-col gap-2">
          {isDemo ? (
            <ButtonLink kind="primary" size="large" wide to="/dev/outbox">
              {t("resume.outbox")}
            </ButtonLink>
          ) : null}
          <ButtonLink kind="outline" size="large" wide to="/resume">
            {t("resume.again")}
          </ButtonLink>
        </div>
      </Question>
    </AccountPage>
  );
}

interface OpenDealPageProps extends PageProps {
  needsCode: boolean;
  refused: { reason: "wrongCode" | "dead" } | SlowDownRefusal | null;
}

export function OpenDealPage({ store, needsCode, refused }: OpenDealPageProps) {
  const t = useMessages(accountMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <AccountPage store={store}>
      <Question title={t("resume.linkTitle")} lead={needsCode ? t("resume.codeLead") : t("resume.linkLead")}>
        <Form method="post" className="flex flex-col gap-4">
          <FormNotice>
            {refused?.reason === "slowDown" ? <SlowDown retryAfterSeconds={refused.retryAfterSeconds} /> : null}
          </FormNotice>
          {needsCode ? (
            <CodeField
              autoFocus
              hint={t("resume.codeHint")}
              error={refused?.reason === "wrongCode" ? t("resume.wrongCode") : undefined}
            />
          ) : null}
          <Button type="submit" kind="primary" size="large" wide busy={busy}>
            {t("resume.open")}
          </Button>
        </Form>
      </Question>
    </AccountPage>
  );
}

/** Used, too old, replaced, never made or guessed: one page, which teaches nothing about which. */
export function DeadLinkPage({ store }: PageProps) {
  const t = useMessages(accountMessages);
  return (
    <AccountPage store={store}>
      <Question title={t("resume.deadTitle")} lead={t("resume.deadLead")}>
        <ButtonLink kind="primary" size="large" wide to="/resume">
          {t("resume.fresh")}
        </ButtonLink>
      </Question>
    </AccountPage>
  );
}
