import { Form } from "@remix-run/react";
import { CheckCircle2, CircleSlash, Clock3, FileText, ShieldCheck } from "lucide-react";
import type { ReactNode } from "react";
import { Button, buttonClass, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { useAskAgain } from "#app/ui/use-ask-again";
import { signingMessages } from "./signing-messages";
import type { SigningView } from "./signing-view";

/** Somebody else's turn passes while this page is open. */
const ASK_AGAIN_MS = 5_000;

function End({ icon, title, children }: { icon: ReactNode; title: string; children: ReactNode }) {
  return (
    <Sheet className="flex flex-col items-start gap-3">
      <span className="[&_svg]:size-7">{icon}</span>
      <h2 className="text-20">{title}</h2>
      {children}
    </Sheet>
  );
}

/** This signer's part is done, or not yet begun. */
export function WaitingStep({ view }: { view: SigningView }) {
  const t = useMessages(signingMessages);
  useAskAgain(ASK_AGAIN_MS);
  const ownDone = view.documents.every(({ fields }) => fields.every(({ signed }) => signed));
  const names = view.others.filter(({ signed }) => !signed).map(({ name }) => name);
  return (
    <End
      icon={<Clock3 aria-hidden className="text-accent-600" strokeWidth={1.5} />}
      title={t(ownDone ? "waiting.title" : "waiting.notYet")}
    >
      <p className="text-pretty text-ink-2">{t("waiting.lead", { names: names.join(", ") || view.store })}</p>
      {view.inStore ? (
        <Form method="post" action={`/deals/${view.dealId}/sign`}>
          <input type="hidden" name="act" value="handBack" />
          <Button type="submit" size="large">
            {t("waiting.handBack")}
          </Button>
        </Form>
      ) : null}
    </End>
  );
}

/** Everybody has signed: the copies, each sealed. */
export function DoneStep({ view }: { view: SigningView }) {
  const t = useMessages(signingMessages);
  const waits = view.documents.some(({ signedCopy }) => !signedCopy) || !view.certificate;
  return (
    <>
      {waits ? <AskAgain /> : null}
      <End icon={<CheckCircle2 aria-hidden className="text-pos" strokeWidth={1.5} />} title={t("done.title")}>
        <p className="text-pretty text-ink-2">{t("done.lead", { store: view.store })}</p>
        <ul className="w-full divide-y divide-line border-y border-line">
          {view.documents.map(({ documentId, title, signedCopy }) => (
            <li key={documentId} className="flex items-center justify-between gap-4 py-2">
              <span className="min-w-0 font-medium">{title}</span>
              {signedCopy ? (
                <a
                  href={`/signing/documents/${encodeURIComponent(documentId)}?copy=signed`}
                  target="_blank"
                  rel="noreferrer"
                  className={buttonClass({ kind: "quiet" })}
                >
                  <FileText aria-hidden strokeWidth={1.75} />
                  {t("done.copy")}
                </a>
              ) : null}
            </li>
          ))}
        </ul>
        <div className="flex flex-wrap gap-3">
          {view.certificate ? (
            <a
              href="/signing/certificate.pdf"
              target="_blank"
              rel="noreferrer"
              className={buttonClass({ kind: "outline", size: "large" })}
            >
              <ShieldCheck aria-hidden strokeWidth={1.75} />
              {t("done.certificate")}
            </a>
          ) : null}
          {view.inStore ? (
            <ButtonLink
              kind="outline"
              size="large"
              to={`/deals/${view.dealId}${view.role === "store" ? "/documents" : ""}`}
            >
              {t("done.deal")}
            </ButtonLink>
          ) : null}
        </div>
      </End>
    </>
  );
}

function AskAgain() {
  useAskAgain(ASK_AGAIN_MS);
  return null;
}

export function EndedStep({ view }: { view: SigningView }) {
  const t = useMessages(signingMessages);
  const { status, why } = view;
  const words =
    status === "declined"
      ? t("ended.declined", { why })
      : status === "expired"
        ? t("ended.expired")
        : t("ended.voided", { why });
  return (
    <End icon={<CircleSlash aria-hidden className="text-neg" strokeWidth={1.5} />} title={t("ended.title")}>
      <p className="text-pretty text-ink-2">{words}</p>
    </End>
  );
}
