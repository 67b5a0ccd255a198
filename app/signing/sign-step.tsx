import { CheckCircle2, FileText, PenLine } from "lucide-react";
import { useState } from "react";
import { Button, buttonClass } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { ProgressBar } from "#app/ui/progress-bar";
import { Sheet } from "#app/ui/sheet";
import { TextAreaField } from "#app/ui/text-field";
import { useAskAgain } from "#app/ui/use-ask-again";
import { Act } from "./signing-frame";
import { signingMessages } from "./signing-messages";
import type { DocumentView, FieldView, SigningView } from "./signing-view";

const ASK_AGAIN_MS = 800;

/** Every document with its places: opened first, then each place signed by a press of its own. */
export function SignStep({ view }: { view: SigningView }) {
  const t = useMessages(signingMessages);
  const fields = view.documents.flatMap((document) => document.fields);
  const done = fields.filter(({ signed }) => signed).length;
  const current = view.documents.find((document) => document.fields.some(({ signed }) => !signed));
  return (
    <div className="flex flex-col gap-4">
      <div aria-live="polite" className="flex flex-col gap-2">
        <h2 className="text-20">{t("sign.title", { done, total: fields.length })}</h2>
        <ProgressBar
          parts={[fields.length > 0 ? done / fields.length : 0]}
          label={t("sign.title", { done, total: fields.length })}
        />
      </div>
      <ol className="flex flex-col gap-3">
        {view.documents.map((document) => (
          <DocumentPart key={document.documentId} document={document} isCurrent={document === current} />
        ))}
      </ol>
      <DeclineForm />
    </div>
  );
}

function DocumentPart({ document, isCurrent }: { document: DocumentView; isCurrent: boolean }) {
  const t = useMessages(signingMessages);
  // What was opened is noted by the server; until this page knows, it asks.
  const [opened, setOpened] = useState(false);
  useAskAgain(opened && !document.read ? ASK_AGAIN_MS : null);
  const left = document.fields.filter(({ signed }) => !signed).length;
  const next = document.fields.find(({ signed }) => !signed);
  return (
    <li>
      <Sheet padding={16} className={cx(isCurrent && "border-accent-200")}>
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div className="min-w-0">
            <h3 className="flex flex-wrap items-center gap-x-2 gap-y-1 font-semibold">
              {document.title}
              {left === 0 ? (
                <Chip kind="positive" icon={CheckCircle2}>
                  {t("sign.allSigned")}
                </Chip>
              ) : null}
            </h3>
            <p className="text-13 text-ink-3">
              {t("sign.pages", { pages: document.pages })}
              {left > 0 ? ` · ${t("sign.left", { left })}` : ""}
            </p>
          </div>
          <a
            href={`/signing/documents/${encodeURIComponent(document.documentId)}`}
            target="_blank"
            rel="noreferrer"
            onClick={() => setOpened(true)}
            className={buttonClass({ kind: isCurrent && !document.read ? "primary" : "outline" })}
          >
            <FileText aria-hidden strokeWidth={1.75} />
            {document.read ? t("sign.readAgain") : t("sign.read")}
          </a>
        </div>
        {left > 0 && document.read ? (
          <ul className="mt-3 flex flex-col divide-y divide-line border-t border-line">
            {document.fields.map((field) => (
              <FieldPart key={field.fieldId} document={document} field={field} isNext={isCurrent && field === next} />
            ))}
          </ul>
        ) : null}
        {!document.read && left > 0 ? <p className="mt-3 text-13 text-ink-3">{t("sign.readFirst")}</p> : null}
      </Sheet>
    </li>
  );
}

function FieldPart({ document, field, isNext }: { document: DocumentView; field: FieldView; isNext: boolean }) {
  const t = useMessages(signingMessages);
  const { documentId, sha256 } = document;
  const { fieldId, kind, intent, signed } = field;
  return (
    <li className="flex items-center justify-between gap-4 py-2.5">
      <p className="min-w-0 text-pretty text-ink-2">{intent}</p>
      {signed ? (
        <span className="flex shrink-0 items-center gap-1.5 text-13 font-medium text-pos">
          <CheckCircle2 aria-hidden className="size-4" strokeWidth={2} />
          {t("sign.signed")}
        </span>
      ) : (
        <Act act="sign" values={{ documentId, fieldId, sha256 }} className="shrink-0">
          {(busy) => (
            <Button
              type="submit"
              kind={isNext ? "primary" : "outline"}
              busy={busy}
              aria-label={`${t(`sign.${kind}`)}: ${intent}`}
            >
              <PenLine aria-hidden strokeWidth={1.75} />
              {t(`sign.${kind}`)}
            </Button>
          )}
        </Act>
      )}
    </li>
  );
}

function DeclineForm() {
  const t = useMessages(signingMessages);
  return (
    <details className="mt-2">
      <summary className="flex h-11 list-none items-center justify-center rounded-cell font-medium text-accent-600 hover:bg-accent-50">
        {t("sign.refuse")}
      </summary>
      <Sheet padding={16} className="mt-2">
        <Act act="decline" className="flex flex-col gap-3">
          {(busy) => (
            <>
              <TextAreaField
                name="reason"
                label={t("sign.why")}
                hint={t("sign.whyHint")}
                rows={2}
                maxLength={500}
                required
              />
              <Button type="submit" wide busy={busy}>
                {t("sign.refuseAct")}
              </Button>
            </>
          )}
        </Act>
      </Sheet>
    </details>
  );
}
