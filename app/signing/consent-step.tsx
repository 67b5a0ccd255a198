import { FileText } from "lucide-react";
import { Button, buttonClass } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { Act } from "./signing-frame";
import { signingMessages } from "./signing-messages";
import type { SigningView } from "./signing-view";

/** The choice between screen and paper, in full, and the sample that shows these documents can be opened. */
export function ConsentStep({ view }: { view: SigningView }) {
  const t = useMessages(signingMessages);
  return (
    <Sheet className="flex flex-col gap-5">
      <SheetHead title={t("consent.title")} />
      <div className="flex flex-col gap-3 text-ink-2">
        {view.consent.map((words) => (
          <p key={words} className="text-pretty">
            {words}
          </p>
        ))}
      </div>
      <a
        href="/signing/sample.pdf"
        target="_blank"
        rel="noreferrer"
        className={buttonClass({ kind: "outline", size: "large", wide: true })}
      >
        <FileText aria-hidden strokeWidth={1.75} />
        {t("consent.sample")}
      </a>
      <Act act="consent" className="flex flex-col gap-4">
        {(busy) => (
          <>
            <TextField
              name="code"
              label={t("consent.code")}
              hint={t("consent.codeHint")}
              inputMode="numeric"
              autoComplete="off"
              maxLength={6}
              required
              className="max-w-60"
            />
            <label className="flex min-h-11 cursor-pointer items-start gap-3 py-2">
              <input type="checkbox" name="agree" value="yes" required className="mt-0.5 size-5 accent-accent-600" />
              <span className="text-pretty">{t("consent.agree")}</span>
            </label>
            <Button type="submit" kind="primary" size="large" wide busy={busy}>
              {t("consent.act")}
            </Button>
          </>
        )}
      </Act>
    </Sheet>
  );
}
