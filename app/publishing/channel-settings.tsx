import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextAreaField, TextField } from "#app/ui/text-field";
import type { ChannelsAnswer, ChannelsPageData } from "./channels-page.server";
import { channelsMessages } from "./channels-messages";

type ShownSettings = NonNullable<ChannelsPageData["settings"]>;

/** The store's rules of merchandising, and where its export goes. */
export function ChannelSettings({ settings, answer }: { settings: ShownSettings; answer: ChannelsAnswer | null }) {
  const t = useMessages(channelsMessages);
  const busy = useNavigation().formData?.get("act") === "send";
  const said = answer === null || answer === "audited" ? null : typeof answer === "string" ? t(answer) : t("notSent");
  return (
    <Sheet>
      <SheetHead title={t("settings")} />
      <Form method="post" preventScrollReset className="mt-3 grid gap-3 sm:grid-cols-2">
        <input type="hidden" name="act" value="settings" />
        <RuleFields settings={settings} />
        <ExportFields settings={settings} />
        <WayFields settings={settings} />
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

const leasts = [
  ["liveWithinHours", 1, 2_000],
  ["leastPhotos", 0, 60],
  ["leastScore", 0, 100],
] as const;

function RuleFields({ settings }: { settings: ShownSettings }) {
  const t = useMessages(channelsMessages);
  return (
    <>
      {leasts.map(([name, min, max]) => (
        <TextField
          key={name}
          label={t(name)}
          name={name}
          type="number"
          min={min}
          max={max}
          defaultValue={settings[name]}
          required
        />
      ))}
      <TextField
        label={t("labour")}
        name="labour"
        inputMode="decimal"
        defaultValue={(settings.labourCentsPerHour / 100).toFixed(2)}
        required
      />
      {(["storeCode", "dealerId"] as const).map((name) => (
        <TextField key={name} label={t(name)} name={name} maxLength={64} defaultValue={settings[name]} required />
      ))}
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
    </>
  );
}

function ExportFields({ settings }: { settings: ShownSettings }) {
  const t = useMessages(channelsMessages);
  const typed = { autoComplete: "off", spellCheck: false, className: "sm:col-span-2" } as const;
  return (
    <>
      <SelectField
        label={t("separator")}
        name="separator"
        defaultValue={settings.separator === "\t" ? "tab" : settings.separator}
        options={[",", ";", "|", "tab"].map((value) => ({ value, label: value }))}
      />
      <TextField
        {...typed}
        label={t("sendTo")}
        name="sendTo"
        hint={t("sendHint")}
        maxLength={400}
        placeholder="sftp://user@host/inventory.csv"
        defaultValue={settings.sendTo}
      />
      <TextField
        {...typed}
        label={t("hostKey")}
        name="hostKey"
        hint={t("hostKeyHint")}
        maxLength={60}
        defaultValue={settings.hostKey}
      />
      <TextAreaField
        {...typed}
        label={t("secret")}
        name="secret"
        hint={settings.hasSecret ? t("secretKept") : t("secretHint")}
        rows={2}
        maxLength={8_000}
      />
    </>
  );
}

function WayFields({ settings }: { settings: ShownSettings }) {
  const t = useMessages(channelsMessages);
  const line = "flex min-h-11 items-center gap-2 text-14 sm:col-span-2";
  return (
    <>
      <label className={line}>
        <input type="checkbox" name="fourEyes" value="1" defaultChecked={settings.fourEyes} className="size-5" />
        {t("fourEyes")}
      </label>
      <label className={line}>
        <input
          type="checkbox"
          name="alternate"
          value="1"
          defaultChecked={settings.alternateAssignment}
          className="size-5 shrink-0"
        />
        <span>
          {t("alternate")}
          <span className="block text-13 text-ink-3">{t("alternateHint")}</span>
        </span>
      </label>
    </>
  );
}
