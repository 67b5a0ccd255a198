import { useState } from "react";
import { initials } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { SignaturePad } from "./signature-pad";
import { Act } from "./signing-frame";
import { signingMessages } from "./signing-messages";
import type { SigningView } from "./signing-view";

/** A signature typed or drawn, adopted once; without a script it is typed. */
export function AdoptStep({ view }: { view: SigningView }) {
  const t = useMessages(signingMessages);
  const [method, setMethod] = useState<"typed" | "drawn">("typed");
  const [name, setName] = useState(view.name);
  return (
    <Sheet className="flex flex-col gap-5">
      <SheetHead title={t("adopt.title")} />
      <p className="text-pretty text-ink-2">{t("adopt.lead")}</p>
      <SegmentedControl
        label={t("adopt.title")}
        value={method}
        onChange={setMethod}
        name="how"
        segments={(["typed", "drawn"] as const).map((value) => ({ value, label: t(`adopt.${value}`) }))}
      />
      <Act act="adopt" values={{ method }} className="flex flex-col gap-4">
        {(busy) => (
          <>
            {method === "drawn" ? (
              <SignaturePad name="strokes" />
            ) : (
              <div className="grid aspect-[4/1] w-full place-items-center overflow-hidden rounded-cell border border-line-2 bg-surface px-4">
                <span className="max-w-full truncate [font-family:Georgia,serif] text-28 text-[#0d2161] italic">
                  {name}
                </span>
              </div>
            )}
            <div className="grid gap-4 sm:grid-cols-[2fr_1fr]">
              <TextField
                name="name"
                label={t("adopt.name")}
                value={name}
                onChange={(event) => setName(event.target.value)}
                maxLength={80}
                required={method === "typed"}
              />
              <TextField
                name="initials"
                label={t("adopt.initials")}
                defaultValue={initials(view.name)}
                maxLength={6}
                required
              />
            </div>
            <Button type="submit" kind="primary" size="large" wide busy={busy}>
              {t("adopt.act")}
            </Button>
            <p className="text-center text-12 text-ink-3">{t("adopt.note")}</p>
          </>
        )}
      </Act>
    </Sheet>
  );
}
