import { Form, Link, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useRootData } from "#app/ui/root-data";
import { TextField } from "#app/ui/text-field";
import { AccountPage, Question } from "./account-page";
import { FormNotice, SlowDown } from "./form-notice";
import { accountMessages } from "./messages";

interface SignInPageProps {
  store: string | null;
  redirectTo: string;
  refused: { reason: "wrong" } | { reason: "slowDown"; retryAfterSeconds: number } | null;
}

export function SignInPage({ store, redirectTo, refused }: SignInPageProps) {
  const t = useMessages(accountMessages);
  const isDemo = useRootData()?.demo ?? false;
  const busy = useNavigation().state !== "idle";
  return (
    <AccountPage store={store}>
      <Question title={t("signIn.title")} lead={t("signIn.lead")} after={<OtherWays isDemo={isDemo} />}>
        <Form method="post" className="flex flex-col gap-4">
          <input type="hidden" name="redirectTo" value={redirectTo} />
          <FormNotice>
            {refused?.reason === "slowDown" ? (
              <SlowDown retryAfterSeconds={refused.retryAfterSeconds} />
            ) : refused ? (
              t("signIn.wrong")
            ) : null}
          </FormNotice>
          <TextField label={t("signIn.email")} name="email" type="email" autoComplete="username" required />
          <TextField
            label={t("signIn.password")}
            name="password"
            type="password"
            autoComplete="current-password"
            required
          />
          <Button type="submit" kind="primary" size="large" wide busy={busy}>
            {t("carryOn")}
          </Button>
          <p className="text-center text-12 text-ink-3">{t("signIn.next")}</p>
        </Form>
      </Question>
    </AccountPage>
  );
}

function OtherWays({ isDemo }: { isDemo: boolean }) {
  const t = useMessages(accountMessages);
  return (
    <div className="flex flex-col gap-1">
      {isDemo ? (
        <p>
          {t("signIn.demo")}{" "}
          <Link to="/demo" className="link">
            {t("signIn.demoLink")}
          </Link>
        </p>
      ) : null}
      <p>
        {t("signIn.customer")}{" "}
        <Link to="/resume" className="link">
          {t("signIn.customerLink")}
        </Link>
      </p>
    </div>
  );
}
