import { Form, useNavigation } from "@remix-run/react";
import { ScanBarcode } from "lucide-react";
import { useCallback, useRef, useState } from "react";
import { dossierMessages } from "#app/publishing/dossier-messages";
import { MerchandisingFrame, type FrameReader } from "#app/publishing/merchandising-frame";
import { useCodeName } from "#app/publishing/use-code-name";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { controlClass, FieldFrame } from "#app/ui/field-frame";
import { lazyPart } from "#app/ui/lazy-part";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextAreaField, TextField } from "#app/ui/text-field";
import { ImportSheet } from "./import-sheet";
import { vehicleFields } from "./vehicle-fields";
import { intakeMessages } from "./intake-messages";
import type { IntakeAnswer, LookAnswer } from "./submit-intake.server";

const BarcodeCamera = lazyPart(
  "barcode-camera",
  async () => (await import("./barcode-camera")).BarcodeCamera,
  <div className="aspect-video w-full rounded-block bg-sunken" />,
);

/** One scan in: the number, what it says, and the few things that only a person beside the car can say. */
export function IntakePage({
  reader,
  seesCost,
  answer,
}: {
  reader: FrameReader;
  seesCost: boolean;
  answer: IntakeAnswer | null;
}) {
  const t = useMessages(intakeMessages);
  const look = answer?.kind === "look" ? answer : null;
  return (
    <MerchandisingFrame reader={reader} title={t("title")}>
      <div className="mx-auto grid max-w-320 items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Sheet>
          <SheetHead title={t("title")} hint={t("lead")} />
          <TakeInForm look={look} seesCost={seesCost} />
        </Sheet>
        <div className="flex min-w-0 flex-col gap-4">
          {look ? <Found look={look} /> : null}
          <ImportSheet result={answer?.kind === "import" ? answer.result : null} />
        </div>
      </div>
    </MerchandisingFrame>
  );
}

function useRefusal() {
  const t = useMessages(intakeMessages);
  return (refused: NonNullable<LookAnswer["refused"]>): string => {
    const { reason, about, length } = refused;
    if (reason === "unknownMaker") return t("unknownMaker");
    if (reason === "alreadyHere") return t("alreadyHere", { about });
    if (reason === "numberTaken") return t("numberTaken", { about });
    if (reason === "row") return t("row");
    return reason === "length" ? t("unreadable.length", { length }) : t(`unreadable.${reason as "empty"}`);
  };
}

function TakeInForm({ look, seesCost }: { look: LookAnswer | null; seesCost: boolean }) {
  const t = useMessages(intakeMessages);
  const refusal = useRefusal();
  const busy = useNavigation().state !== "idle";
  const [camera, setCamera] = useState<"off" | "on" | "none">("off");
  const input = useRef<HTMLInputElement>(null);
  const found = useCallback((vin: string) => {
    setCamera("off");
    if (!input.current) return;
    input.current.value = vin;
    input.current.form?.requestSubmit();
  }, []);
  const trouble = useCallback(() => setCamera("none"), []);
  return (
    <Form method="post" className="mt-4 flex flex-col gap-4">
      <FieldFrame label={t("vin")} hint={t("vinHint")} error={look?.refused ? refusal(look.refused) : undefined}>
        {(attributes) => (
          <input
            {...attributes}
            key={look?.vin}
            ref={input}
            name="vin"
            defaultValue={look?.vin}
            autoCapitalize="characters"
            autoComplete="off"
            autoCorrect="off"
            spellCheck={false}
            maxLength={60}
            required
            className={`${controlClass()} font-mono tracking-wide`}
          />
        )}
      </FieldFrame>
      {camera === "on" ? <BarcodeCamera label={t("scan")} onVin={found} onTrouble={trouble} /> : null}
      <p role="status" className="text-13 text-warn">
        {camera === "none" ? t("noCamera") : null}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          name="act"
          value="look"
          size="large"
          kind={look && !look.refused ? "outline" : "primary"}
          busy={busy}
        >
          {t("look")}
        </Button>
        <Button size="large" onClick={() => setCamera(camera === "on" ? "off" : "on")}>
          <ScanBarcode aria-hidden strokeWidth={1.75} />
          {camera === "on" ? t("stopScan") : t("scan")}
        </Button>
      </div>
      {look && !look.refused ? <Rest seesCost={seesCost} busy={busy} /> : null}
    </Form>
  );
}

/** What no machine can know: asked once, after the number is read. */
function Rest({ seesCost, busy }: { seesCost: boolean; busy: boolean }) {
  const t = useMessages(intakeMessages);
  const conditions = ["used", "certified", "new"] as const;
  return (
    <div className="grid gap-4 border-t border-line pt-4 sm:grid-cols-2">
      <SelectField
        label={t("condition")}
        name="condition"
        options={conditions.map((value) => ({ value, label: t(`conditions.${value}`) }))}
      />
      <TextField label={t("mileage")} name="mileage" type="number" min={0} max={1_000_000} />
      <TextField label={t("price")} name="price" inputMode="decimal" optional />
      {seesCost ? <TextField label={t("cost")} name="cost" inputMode="decimal" optional /> : null}
      <TextField label={t("stockNumber")} name="stockNumber" hint={t("stockHint")} maxLength={40} optional />
      <TextAreaField label={t("notes")} name="notes" maxLength={1_000} rows={2} optional className="sm:col-span-2" />
      <Button
        type="submit"
        name="act"
        value="takeIn"
        kind="primary"
        size="large"
        wide
        busy={busy}
        className="sm:col-span-2"
      >
        {t("takeIn")}
      </Button>
    </div>
  );
}

function Found({ look }: { look: LookAnswer }) {
  const t = useMessages(intakeMessages);
  const d = useMessages(dossierMessages);
  const codeName = useCodeName();
  const known = look.facts.filter(({ field }) => (vehicleFields as readonly string[]).includes(field));
  return (
    <Sheet>
      <SheetHead title={t("found")} />
      <div role="status" className="mt-2 flex flex-col gap-2 text-14">
        {look.changed ? <p className="text-ink-2">{t("read", { vin: look.vin })}</p> : null}
        {look.isFrame ? <p>{t("frame")}</p> : null}
        {look.expectedDigit ? (
          <p className="rounded-block bg-warn-ground px-3 py-2 text-warn">
            {t("checkDigit", { expected: look.expectedDigit })}
          </p>
        ) : null}
        {!look.refused && !look.isFrame && !look.hasModel ? (
          <p className="rounded-block bg-warn-ground px-3 py-2 text-warn">{t("noModel")}</p>
        ) : null}
      </div>
      {look.corrections.length > 0 ? (
        <Form method="post" className="mt-3">
          <p className="text-13 text-ink-2">{t("corrections")}</p>
          <input type="hidden" name="act" value="look" />
          <div className="mt-1 flex flex-wrap gap-2">
            {look.corrections.map(({ vin, name }) => (
              <Button key={vin} type="submit" name="vin" value={vin} size="small">
                {vin}, {name}
              </Button>
            ))}
          </div>
        </Form>
      ) : null}
      <dl className="mt-3">
        {known.map(({ field, value, confidence }) => (
          <div
            key={field}
            className="flex items-center justify-between gap-3 border-b border-line py-1.5 text-14 last:border-b-0"
          >
            <dt className="text-ink-2">{d(`fields.${field as "year"}`)}</dt>
            <dd className="flex items-center gap-2 text-right font-medium">
              {codeName(field, value)}
              <Chip kind="neutral">{d("confidence", { percent: Math.round(confidence * 100) })}</Chip>
            </dd>
          </div>
        ))}
      </dl>
    </Sheet>
  );
}
