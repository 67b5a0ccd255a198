import { useFetcher, useRevalidator } from "@remix-run/react";
import { Upload } from "lucide-react";
import { useEffect } from "react";
import type { UploadAnswer } from "#app/documents/receive-upload.server";
import { buttonClass } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { jacketMessages } from "./jacket-messages";

/** A photo or a scan, sent as soon as it is chosen; without a script by the button of the form. */
export function UploadForm({ action, documentKey, label }: { action: string; documentKey: string; label: string }) {
  const t = useMessages(jacketMessages);
  const fetcher = useFetcher<UploadAnswer>();
  const { revalidate } = useRevalidator();
  const busy = fetcher.state !== "idle";
  useEffect(() => {
    if (fetcher.state === "idle" && fetcher.data?.ok) revalidate();
  }, [fetcher.state, fetcher.data, revalidate]);
  return (
    <fetcher.Form
      method="post"
      action={action}
      encType="multipart/form-data"
      className="flex flex-col items-start gap-1"
    >
      <input type="hidden" name="key" value={documentKey} />
      <label
        className={cx(
          buttonClass({ kind: "outline", size: "small" }),
          "cursor-pointer focus-within:outline-2 focus-within:outline-accent-600",
        )}
      >
        <Upload aria-hidden strokeWidth={1.75} />
        {busy ? t("upload.busy") : label}
        <input
          type="file"
          name="file"
          accept="image/jpeg,image/png,image/webp,application/pdf"
          className="sr-only"
          disabled={busy}
          onChange={(event) => {
            if (event.currentTarget.files?.length) fetcher.submit(event.currentTarget.form);
          }}
        />
      </label>
      <p role="alert" className="text-13 text-neg empty:hidden">
        {fetcher.data && !fetcher.data.ok ? t(`refusals.${fetcher.data.reason}`) : null}
      </p>
    </fetcher.Form>
  );
}
