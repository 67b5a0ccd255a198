import { Form, useNavigation } from "@remix-run/react";
import { FileText } from "lucide-react";
import { documentMessages } from "#app/documents/document-messages";
import { Button, buttonClass } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { documentHref, documentLooks, DocumentSigners, readWord, useDocumentName } from "./document-looks";
import type { JacketList, ListedDocument, ListedUpload } from "./jacket-list";
import { jacketMessages } from "./jacket-messages";
import { UploadForm } from "./upload-form";

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
  const { kind, icon } = documentLooks[state];
  const takesFiles = source === "uploaded" || state === "ink" || uploads.length > 0;
  return (
    <li className="flex flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <div className="min-w-40 flex-1">
          <p className="font-medium">{nameOf(document)}</p>
          <p className="text-13 text-ink-3">{words(`reasons.${reason}`)}</p>
        </div>
        <DocumentSigners signers={signers} list={list} />
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
                {t(readWord(state))}
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
