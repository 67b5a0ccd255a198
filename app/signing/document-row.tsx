import { Form, useNavigation } from "@remix-run/react";
import {
  CircleAlert,
  CircleCheck,
  CircleDashed,
  FilePenLine,
  FileText,
  type LucideIcon,
  PenLine,
  Printer,
} from "lucide-react";
import { documentMessages } from "#app/documents/document-messages";
import { documentTitle } from "#app/documents/document-title";
import { Button, buttonClass } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useLocale, useMessages } from "#app/ui/messages";
import { SignerBox } from "#app/ui/signer-box";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DocumentState, JacketList, ListedDocument, ListedUpload } from "./jacket-list";
import { jacketMessages } from "./jacket-messages";
import { UploadForm } from "./upload-form";

const looks: Record<
  DocumentState,
  { kind: "neutral" | "accent" | "positive" | "warning" | "negative"; icon: LucideIcon }
> = {
  missing: { kind: "negative", icon: CircleAlert },
  draft: { kind: "neutral", icon: FilePenLine },
  drawn: { kind: "accent", icon: PenLine },
  sent: { kind: "accent", icon: PenLine },
  signed: { kind: "positive", icon: CircleCheck },
  ink: { kind: "warning", icon: Printer },
  waiting: { kind: "warning", icon: CircleDashed },
  held: { kind: "neutral", icon: CircleDashed },
  accepted: { kind: "positive", icon: CircleCheck },
  rejected: { kind: "negative", icon: CircleAlert },
  expired: { kind: "negative", icon: CircleAlert },
  done: { kind: "positive", icon: CircleCheck },
};

/** A document's name in the reader's language. */
export function useDocumentName(): (document: Pick<ListedDocument, "kind" | "about" | "thing">) => string {
  const locale = useLocale();
  return ({ kind, about, thing }) => documentTitle(kind, about, locale, thing);
}

export const documentHref = (dealId: string, key: string, copy = "") =>
  `/deals/${dealId}/documents/${encodeURIComponent(key)}.pdf${copy}`;

interface DocumentRowProps {
  dealId: string;
  document: ListedDocument;
  list: JacketList;
}

/** One document of the list: why it is there, where it stands, who has signed, what can be done with it. */
export function DocumentRow({ dealId, document, list }: DocumentRowProps) {
  const t = useMessages(jacketMessages);
  const words = useMessages(documentMessages);
  const nameOf = useDocumentName();
  const { key, state, reason, canRead, copyOnly, signers, uploads, source } = document;
  const { kind, icon } = looks[state];
  const names = {
    buyer: list.buyer || t("roles.buyer"),
    coBuyer: list.coBuyer ?? t("roles.coBuyer"),
    store: list.storeName,
  };
  const takesFiles = source === "uploaded" || state === "ink" || uploads.length > 0;
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-40 flex-1">
          <p className="font-medium">{nameOf(document)}</p>
          <p className="text-13 text-ink-3">{words(`reasons.${reason}`)}</p>
        </div>
        <span className="flex items-center gap-1">
          {signers.map(({ role, signed }) => (
            <SignerBox
              key={role}
              name={names[role]}
              signed={signed}
              label={t(signed ? "isSigned" : "notSigned", { name: names[role] })}
            />
          ))}
        </span>
        <div className="flex items-center gap-x-3 max-sm:w-full max-sm:justify-between">
          <span className="w-32 max-sm:w-auto">
            <Chip kind={kind} icon={icon}>
              {t(`states.${state}`)}
            </Chip>
          </span>
          <span className="flex w-30 justify-end max-sm:w-auto">
            {canRead ? (
              <a
                href={documentHref(dealId, key, state === "signed" ? "?copy=signed" : "")}
                target="_blank"
                rel="noreferrer"
                className={buttonClass({ kind: "quiet", size: "small" })}
              >
                <FileText aria-hidden strokeWidth={1.75} />
                {state === "signed"
                  ? t("readSigned")
                  : state === "draft"
                    ? t("readDraft")
                    : state === "ink"
                      ? t("print")
                      : t("read")}
              </a>
            ) : null}
          </span>
        </div>
      </div>
      {copyOnly && state !== "accepted" ? <p className="text-12 text-ink-3">{t("copyOnly")}</p> : null}
      {document.stipId !== null && uploads.length === 0 ? (
        <p className="text-12 text-ink-3">{t("withLender")}</p>
      ) : null}
      {uploads.map((upload) => (
        <UploadRow key={upload.uploadId} dealId={dealId} upload={upload} />
      ))}
      {takesFiles && state !== "accepted" && state !== "signed" ? (
        <UploadForm
          action={`/deals/${dealId}/papers`}
          documentKey={key}
          label={uploads.length > 0 ? t("upload.again") : state === "ink" ? t("upload.scan") : t("upload.add")}
        />
      ) : null}
    </li>
  );
}

function UploadRow({ dealId, upload }: { dealId: string; upload: ListedUpload }) {
  const t = useMessages(jacketMessages);
  const format = useFormat();
  const { formData, state } = useNavigation();
  const { uploadId, name, status, reason, expiresOn } = upload;
  const busy = state !== "idle" && formData?.get("uploadId") === uploadId;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-block bg-ground px-3 py-2">
      <a
        href={`/deals/${dealId}/papers/${uploadId}`}
        target="_blank"
        rel="noreferrer"
        className="link touch-target min-w-0 truncate text-13"
      >
        {name}
      </a>
      <span className="text-12 text-ink-3">
        {t(`states.${status}`)}
        {expiresOn ? `, ${t("upload.goodUntil", { day: format.date(expiresOn, "long") })}` : ""}
        {status === "rejected" && reason ? `, ${reason}` : ""}
      </span>
      {status === "waiting" ? (
        <Form
          method="post"
          className="ml-auto flex flex-wrap items-end gap-2 max-sm:ml-0 max-sm:w-full"
          preventScrollReset
        >
          <input type="hidden" name="uploadId" value={uploadId} />
          <TextField type="date" name="expiresOn" label={t("upload.until")} className="w-40" />
          <Button type="submit" name="act" value="accept" busy={busy}>
            {t("upload.accept")}
          </Button>
          <TextField
            name="reason"
            label={t("upload.why")}
            placeholder={t("upload.whyPlaceholder")}
            maxLength={300}
            className="w-52 max-sm:w-full"
          />
          <Button type="submit" name="act" value="reject" busy={busy}>
            {t("upload.reject")}
          </Button>
        </Form>
      ) : null}
    </div>
  );
}
