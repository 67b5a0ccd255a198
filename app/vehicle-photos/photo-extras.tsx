import { useState, type FormEvent, type ReactNode } from "react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { photoWords } from "./photo-messages";
import type { PhotoScreen } from "./photo-screen";
import { photoScreenMessages } from "./photo-screen-messages";
import { paperKinds } from "./photo-shots";
import type { PhotoActs } from "./use-photo-acts";

interface ExtrasProps {
  screen: PhotoScreen;
  acts: PhotoActs;
}

/** What belongs to a car's photos and is needed less often: another source, the papers, the store's preset. */
export function PhotoExtras({ screen, acts }: ExtrasProps) {
  const t = useMessages(photoScreenMessages);
  return (
    <Sheet padding="none" as="div" className="overflow-clip">
      <Fold title={t("papers.title")}>
        <Papers screen={screen} acts={acts} />
      </Fold>
      <Fold title={t("import.title")}>
        <ImportForm screen={screen} acts={acts} />
      </Fold>
      <Fold title={t("preset.title")}>
        <PresetForm screen={screen} acts={acts} />
      </Fold>
    </Sheet>
  );
}

const Fold = ({ title, children }: { title: string; children: ReactNode }) => (
  <details className="border-b border-line last:border-0">
    <summary className="flex min-h-11 cursor-pointer items-center px-6 font-semibold max-sm:px-4">{title}</summary>
    <div className="px-6 pb-5 max-sm:px-4">{children}</div>
  </details>
);

/** Sends a form as it stands, and says what became of it. */
function useForm(acts: PhotoActs, act: string) {
  const [done, setDone] = useState(false);
  const onSubmit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const sent = new FormData(form);
    sent.set("act", act);
    const { ok } = await acts.submit(sent);
    setDone(ok);
    if (ok && act !== "preset") form.reset();
  };
  return { done, onSubmit: (event: FormEvent<HTMLFormElement>) => void onSubmit(event) };
}

const Said = ({ done, children }: { done: boolean; children: string }) => (
  <span aria-live="polite" className="text-13 text-pos">
    {done ? children : ""}
  </span>
);

function ImportForm({ screen, acts }: ExtrasProps) {
  const t = useMessages(photoScreenMessages);
  const words = useMessages(photoWords);
  const { done, onSubmit } = useForm(acts, "import");
  return (
    <form onSubmit={onSubmit} className="grid gap-3 sm:grid-cols-[1fr_12rem_auto] sm:items-end">
      <TextField label={t("import.label")} name="address" type="url" placeholder="https://" required />
      <SelectField
        label={t("import.shot")}
        name="shot"
        options={screen.slots.map(({ shot }) => ({ value: shot, label: words(`shot.${shot}`) }))}
      />
      <Button type="submit" busy={acts.busy}>
        {t("import.act")}
      </Button>
      <Said done={done}>{t("import.done")}</Said>
    </form>
  );
}

function Papers({ screen, acts }: ExtrasProps) {
  const t = useMessages(photoScreenMessages);
  const words = useMessages(photoWords);
  const { date } = useFormat();
  const { onSubmit } = useForm(acts, "paper");
  return (
    <>
      <p className="text-13 text-ink-3">{t("papers.hint")}</p>
      {screen.papers.length === 0 ? <p className="mt-2 text-ink-2">{t("papers.none")}</p> : null}
      <ul className="mt-2">
        {screen.papers.map((paper) => (
          <li
            key={paper.id}
            className="flex min-h-10 flex-wrap items-center justify-between gap-x-4 border-b border-line"
          >
            <a
              href={`/inventory/${screen.car.stockNumber}/papers/${paper.id}`}
              className="touch-target font-medium text-accent-600 hover:underline"
            >
              {words(`paper.${paper.kind}`)}
            </a>
            <span className="text-13 text-ink-3">
              {words("paperNote", { source: paper.source, version: paper.version, date: date(paper.date) })}
            </span>
          </li>
        ))}
      </ul>
      <form onSubmit={onSubmit} className="mt-4 grid gap-3 sm:grid-cols-3 sm:items-end">
        <SelectField
          label={t("papers.kind")}
          name="kind"
          options={paperKinds.map((value) => ({ value, label: words(`paper.${value}`) }))}
        />
        <TextField label={t("papers.source")} name="source" maxLength={80} required />
        <TextField label={t("papers.file")} name="file" type="file" accept="application/pdf" required />
        <div>
          <Button type="submit" busy={acts.busy}>
            {t("papers.act")}
          </Button>
        </div>
      </form>
    </>
  );
}

function PresetForm({ screen: { preset }, acts }: ExtrasProps) {
  const t = useMessages(photoScreenMessages);
  const { done, onSubmit } = useForm(acts, "preset");
  return (
    <form onSubmit={onSubmit} className="grid gap-3 sm:grid-cols-2">
      <SelectField
        label={t("preset.propose")}
        name="propose"
        defaultValue={preset.propose ? "on" : "off"}
        options={(["on", "off"] as const).map((value) => ({ value, label: t(`preset.${value}`) }))}
      />
      <SelectField
        label={t("preset.background")}
        name="background"
        defaultValue={preset.background}
        options={(["studio", "soft"] as const).map((value) => ({ value, label: t(`preset.${value}`) }))}
      />
      <SelectField
        label={t("preset.provider")}
        name="provider"
        defaultValue={preset.provider}
        options={(["builtIn", "removeBg", "photoroom"] as const).map((value) => ({
          value,
          label: t(`preset.${value}`),
        }))}
      />
      <TextField label={t("preset.key")} name="providerKey" type="password" autoComplete="off" maxLength={200} />
      <TextField label={t("preset.limit")} name="monthlyLimit" inputMode="numeric" defaultValue={preset.monthlyLimit} />
      <div className="flex items-center gap-3 self-end">
        <Button type="submit" busy={acts.busy}>
          {t("preset.act")}
        </Button>
        <Said done={done}>{t("preset.kept")}</Said>
      </div>
    </form>
  );
}
