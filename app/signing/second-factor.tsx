import { Form, useNavigation } from "@remix-run/react";
import { CodeField } from "#app/accounts/code-field";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useRootData } from "#app/ui/root-data";
import { Sheet } from "#app/ui/sheet";
import { RefusalNotice, SigningFrame } from "./signing-frame";
import { signingMessages } from "./signing-messages";
import type { SigningRefusal } from "./signing-refusal";

export interface SecondFactorSaid {
  refusal: SigningRefusal | null;
  sent: boolean;
}

interface SecondFactorProps {
  name: string;
  store: string;
  sent: boolean;
  said: SecondFactorSaid | null;
}

/** The link alone shows nothing but a name: a code goes to the mailbox first. */
export function SecondFactor({ name, store, sent, said }: SecondFactorProps) {
  const t = useMessages(signingMessages);
  const busy = useNavigation().state !== "idle";
  const isSent = sent || (said?.sent ?? false);
  const isDemo = useRootData()?.demo ?? false;
  return (
    <SigningFrame store={store}>
      <Sheet as="div" className="mx-auto flex max-w-104 flex-col gap-5">
        <header className="flex flex-col gap-1.5">
          <h1 className="text-20">{t("code.title")}</h1>
          <p className="text-pretty text-ink-2">{t("code.lead", { name, store })}</p>
        </header>
        <RefusalNotice reason={said?.refusal ?? null} />
        {isSent ? (
          <Form method="post" className="flex flex-col gap-4">
            <input type="hidden" name="act" value="open" />
            <CodeField autoFocus hint={t("code.sent")} />
            <Button type="submit" kind="primary" size="large" wide busy={busy}>
              {t("code.open")}
            </Button>
          </Form>
        ) : null}
        <Form method="post">
          <input type="hidden" name="act" value="send" />
          <Button type="submit" kind={isSent ? "quiet" : "primary"} size="large" wide busy={busy && !isSent}>
            {t(isSent ? "code.again" : "code.send")}
          </Button>
        </Form>
        {isDemo && isSent ? (
          <ButtonLink wide to="/dev/outbox">
            {t("code.outbox")}
          </ButtonLink>
        ) : null}
      </Sheet>
    </SigningFrame>
  );
}

export function DeadLink() {
  const t = useMessages(signingMessages);
  return (
    <SigningFrame store="">
      <Sheet as="div" className="mx-auto flex max-w-104 flex-col gap-1.5">
        <h1 className="text-20">{t("dead.title")}</h1>
        <p className="text-pretty text-ink-2">{t("dead.lead")}</p>
      </Sheet>
    </SigningFrame>
  );
}
