import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextAreaField, TextField } from "#app/ui/text-field";
import type { ChannelsAnswer, ChannelsPageData } from "./channels-page.server";
import { channelsMessages } from "./channels-messages";

/** The store's rules of merchandising, and where its export goes. */
export function ChannelSettings({
  settings,
  answer,
}: {
  settings: NonNullable<ChannelsPageData["settings"]>;
  answer: ChannelsAnswer | null;
}) {
  const t = useMessages(channelsMessages);
  const busy = useNavigation().formData?.get("act") === "send";
  const said = answer === null || answer === "audited" ? null : typeof answer === "string" ? t(answer) : t("notSent");
  const separator = settings.separator === "\t" ? "tab" : settings.separator;
  return (
    <Sheet>
      <SheetHead title={t("settings")} />
      <Form method="post" preventScrollReset className="mt-3 grid gap-3 sm:grid-cols-2">
        <input type="hidden" name="act" value="settings" />
        <TextField
          label={t("liveWithinHours")}
          name="liveWithinHours"
          type="number"
          min={1}
          defaultValue={settings.liveWithinHours}
          required
        />
        <TextField
          label={t("leastPhotos")}
          name="leastPhotos"
          type="number"
          min={0}
          max={60}
          defaultValue={settings.leastPhotos}
          required
        />
        <TextField
          label={t("leastScore")}
          name="leastScore"
          type="number"
          min={0}
          max={100}
          defaultValue={settings.leastScore}
          required
        />
        <TextField
          label={t("labour")}
          name="labour"
          inputMode="decimal"
          defaultValue={(settings.labourCentsPerHour / 100).toFixed(2)}
          required
        />
        <TextField label={t("storeCode")} name="storeCode" maxLength={64} defaultValue={settings.storeCode} required />
        <TextField label={t("dealerId")} name="dealerId" maxLength={64} defaultValue={settings.dealerId} required />
        {(["latitude", "longitude"] as const).map((name) => (
          <TextField
            key={name}
            label={t(name)}
            name={name}
            type="number"
            step="any"
            hint={t("placeHint")}
            defaultValue={settings[name] ?? ""}
          />
        ))}
        <SelectField
          label={t("separator")}
          name="separator"
          defaultValue={separator}
          options={[",", ";", "|", "tab"].map((value) => ({ value, label: value }))}
        />
        <TextField
          label={t("sendTo")}
          name="sendTo"
          hint={t("sendHint")}
          maxLength={400}
          autoComplete="off"
          spellCheck={false}
          placeholder="sftp://user@host/inventory.csv"
          defaultValue={settings.sendTo}
          className="sm:col-span-2"
        />
        <TextField
          label={t("hostKey")}
          name="hostKey"
          hint={t("hostKeyHint")}
          maxLength={60}
          autoComplete="off"
          spellCheck={false}
          defaultValue={settings.hostKey}
          className="sm:col-span-2"
        />
        <TextAreaField
          label={t("secret")}
          name="secret"
          hint={settings.hasSecret ? t("secretKept") : t("secretHint")}
          rows={2}
          maxLength={8_000}
          autoComplete="off"
          spellCheck={false}
          className="sm:col-span-2"
        />
        <label className="flex min-h-11 items-center gap-2 text-14 sm:col-span-2">
          <input type="checkbox" name="fourEyes" value="1" defaultChecked={settings.fourEyes} className="size-5" />
          {t("fourEyes")}
        </label>
        <label className="flex min-h-11 items-center gap-2 text-14 sm:col-span-2">
          <input
            type="checkbox"
            name="alternate"
            value="1"
            defaultChecked={settings.alternateAssignment}
            className="size-5"
          />
          <span>
            {t("alternate")}
            <span className="block text-13 text-ink-3">{t("alternateHint")}</span>
          </span>
        </label>
        <Button type="submit" kind="primary" className="justify-self-start">
          {t("save")}
        </Button>
      </Form>
      {settings.sendTo === "" ? null : (
        <Form method="post" preventScrollReset className="mt-3">
          <Button type="submit" name="act" value="send" busy={busy}>
            {t("sendNow")}
          </Button>
        </Form>
      )}
      <p role="status" className="mt-3 text-14 text-ink-2">
        {said} {answer !== null && typeof answer === "object" ? answer.notSent : null}
      </p>
    </Sheet>
  );
}
