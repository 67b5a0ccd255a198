import { Form, useNavigation } from "@remix-run/react";
import { PenLine } from "lucide-react";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { SigningFrame } from "./signing-frame";
import { signingMessages } from "./signing-messages";

interface BeginPageProps {
  dealId: string;
  store: string;
  next: { name: string; role: string } | null;
}

/** Who takes the screen says who they are; everything until they hand it back is theirs. */
export function BeginPage({ dealId, store, next }: BeginPageProps) {
  const t = useMessages(signingMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <SigningFrame store={store}>
      <Sheet as="div" className="mx-auto flex max-w-104 flex-col gap-5">
        <header className="flex flex-col gap-1.5">
          <h1 className="text-20">{next ? t("begin.title") : t("begin.nobody")}</h1>
          {next ? <p className="text-pretty text-ink-2">{t("begin.lead")}</p> : null}
        </header>
        {next ? (
          <Form method="post">
            <input type="hidden" name="act" value="begin" />
            <Button type="submit" kind="primary" size="large" wide busy={busy}>
              <PenLine aria-hidden strokeWidth={1.75} />
              {t("begin.as", { name: next.name })}
            </Button>
          </Form>
        ) : (
          <ButtonLink size="large" wide to={`/deals/${dealId}/documents`}>
            {t("done.deal")}
          </ButtonLink>
        )}
      </Sheet>
    </SigningFrame>
  );
}
