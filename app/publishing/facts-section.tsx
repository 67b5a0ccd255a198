import { Form } from "@remix-run/react";
import { RefreshCw } from "lucide-react";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { controlClass } from "#app/ui/field-frame";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { carColourNames, carInteriorNames } from "#prisma/seed/car-art/car-art-catalog";
import { featureOf } from "#app/merchandising/feature-lexicon";
import { useFormat } from "#app/ui/use-format";
import type { DossierPageData } from "./dossier-page.server";
import { dossierMessages } from "./dossier-messages";
import { useCodeName } from "./use-code-name";

type FactRow = DossierPageData["facts"][number];

const codes: Readonly<Partial<Record<string, readonly string[]>>> = {
  condition: ["new", "certified", "used"],
  body: ["suv", "sedan", "hatch", "pickup", "van", "crossover"],
  fuel: ["gasoline", "hybrid", "pluginHybrid", "electric", "diesel"],
  drivetrain: ["fwd", "rwd", "awd", "4wd"],
  transmission: ["automatic", "manual", "cvt", "dualClutch", "single"],
  colour: Object.keys(carColourNames),
  interior: Object.keys(carInteriorNames),
  warranty: ["asIs", "store", "certified", "factoryRemainder", "factory"],
  titleIsClean: ["yes", "no"],
};

/** Every field with its value, who says so, and how surely; a person's word goes into the box. */
export function FactsSection({ page }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  return (
    <Sheet padding="none" className="overflow-clip">
      <div className="p-4">
        <SheetHead
          title={t("facts")}
          hint={t("factsHint")}
          actions={
            <Form method="post" preventScrollReset>
              <Button type="submit" name="act" value="decode" size="small">
                <RefreshCw aria-hidden strokeWidth={1.75} />
                {t("decode")}
              </Button>
            </Form>
          }
        />
      </div>
      <ul className="border-t border-line">
        {page.facts.map((row) => (
          <FactLine key={row.field} row={row} />
        ))}
      </ul>
      <Features page={page} />
    </Sheet>
  );
}

function FactLine({ row: { field, fact, isNeeded, others } }: { row: FactRow }) {
  const t = useMessages(dossierMessages);
  const codeName = useCodeName();
  const options = codes[field];
  const label = t(`fields.${field}`);
  const value = fact?.value ?? "";
  const isKnownCode = options?.includes(value) ?? false;
  return (
    <li
      className={cx(
        "grid items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2 last:border-b-0 sm:grid-cols-[9rem_1fr_auto]",
        isNeeded && "bg-warn-ground",
      )}
    >
      <span className="text-13 text-ink-2">{label}</span>
      <Form method="post" preventScrollReset className="flex min-w-0 items-center gap-2">
        <input type="hidden" name="act" value="state" />
        <input type="hidden" name="field" value={field} />
        {options ? (
          <select key={value} name="value" aria-label={label} defaultValue={value} className={controlClass()}>
            <option value="">{t("unknown")}</option>
            {value && !isKnownCode ? <option value={value}>{value.split(" | ")[0]}</option> : null}
            {options.map((code) => (
              <option key={code} value={code}>
                {codeName(field, code)}
              </option>
            ))}
          </select>
        ) : (
          <input
            key={value}
            name="value"
            aria-label={label}
            defaultValue={value}
            maxLength={200}
            placeholder={t("unknown")}
            className={controlClass()}
          />
        )}
        <Button type="submit" size="small" aria-label={`${t("save")}: ${label}`} className="touch:h-11">
          {t("save")}
        </Button>
      </Form>
      <span className="flex flex-wrap items-center gap-1.5 text-12 text-ink-3 sm:w-44 sm:justify-end">
        {fact ? (
          <Chip kind={fact.source === "user" ? "accent" : fact.source === "epa" ? "warning" : "neutral"}>
            {t(`sources.${fact.source}`)}
          </Chip>
        ) : null}
        {fact && fact.confidence < 1 ? t("confidence", { percent: Math.round(fact.confidence * 100) }) : null}
        {fact?.source === "user" && others[0] ? <s>{others[0].value}</s> : null}
      </span>
    </li>
  );
}

function Features({ page: { features } }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  const { locale } = useFormat();
  const has = features.flatMap((group) => group.features).filter(({ fact }) => fact === "yes").length;
  return (
    <details className="border-t border-line">
      <summary className="touch-target px-4 py-3 font-medium">
        {t("features")} <span className="text-ink-3">{has}</span>
      </summary>
      <ul className="grid gap-x-4 px-4 pb-4 sm:grid-cols-2">
        {features
          .flatMap((group) => group.features)
          .map(({ code, fact }) => (
            <li key={code} className="flex min-h-11 items-center justify-between gap-2 border-b border-line text-14">
              <span>
                {featureOf(code)?.[locale]}
                {fact === "optional" ? <span className="block text-12 text-warn">{t("optionalNote")}</span> : null}
              </span>
              <Form method="post" preventScrollReset>
                <input type="hidden" name="act" value="feature" />
                <input type="hidden" name="code" value={code} />
                <input type="hidden" name="has" value={fact === "yes" ? "no" : "yes"} />
                <Button
                  type="submit"
                  size="small"
                  aria-pressed={fact === "yes"}
                  kind={fact === "yes" ? "primary" : "outline"}
                >
                  {t("onCar")}
                </Button>
              </Form>
            </li>
          ))}
      </ul>
    </details>
  );
}
