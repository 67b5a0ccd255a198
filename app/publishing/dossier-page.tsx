import { Form } from "@remix-run/react";
import { ShieldAlert, ShieldCheck } from "lucide-react";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextAreaField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DossierPageData } from "./dossier-page.server";
import { dossierMessages } from "./dossier-messages";
import { FactsSection } from "./facts-section";
import { ListingsSection } from "./listings-section";
import { MerchandisingFrame } from "./merchandising-frame";
import { merchandisingMessages } from "./merchandising-messages";
import { PicturesSection } from "./pictures-section";
import { ReconSection } from "./recon-section";
import { ReviewSection } from "./review-section";
import type { StockActAnswer } from "./submit-stock-act.server";
import { useWorkTime } from "./use-work-time";

/** One vehicle from its number to its page: facts on one side, what is said of it on the other. */
export function DossierPage({ page, answer }: { page: DossierPageData; answer: StockActAnswer | null }) {
  const t = useMessages(merchandisingMessages);
  useWorkTime(page.stockNumber, page.state === "inReview" ? "review" : "entry");
  return (
    <MerchandisingFrame reader={page.reader} title={page.name}>
      <Head page={page} />
      <p
        role="status"
        className={cx(
          answer && "mb-4 rounded-block px-4 py-3",
          answer && (answer.refused ? "bg-warn-ground text-warn" : "bg-pos-ground text-pos"),
        )}
      >
        {answer ? (answer.refused ? t(`refused.${answer.refused as "gone"}`) : t("done")) : null}
      </p>
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <div className="flex min-w-0 flex-col gap-4">
          <GateSection page={page} />
          <FactsSection page={page} />
          <ReconSection page={page} />
        </div>
        <div className="flex min-w-0 flex-col gap-4">
          <PicturesSection page={page} />
          <ReviewSection page={page} />
          <ListingsSection page={page} />
        </div>
      </div>
    </MerchandisingFrame>
  );
}

function Head({ page }: { page: DossierPageData }) {
  const t = useMessages(merchandisingMessages);
  const d = useMessages(dossierMessages);
  const { money } = useFormat();
  return (
    <div className="mb-4 flex flex-wrap items-end justify-between gap-4">
      <div className="min-w-0">
        <p aria-hidden className="text-24 font-semibold text-balance">
          {page.name}
        </p>
        <p className="mt-1 flex flex-wrap items-center gap-2 text-13 text-ink-2">
          <Chip kind={page.state === "live" ? "positive" : "accent"}>{t(`state.${page.state}`)}</Chip>
          <span>{page.stockNumber}</span>
          <span className="break-all">{page.vin}</span>
        </p>
        {page.expectedDigit ? (
          <p className="mt-2 text-13 text-warn">{d("checkDigit", { expected: page.expectedDigit })}</p>
        ) : null}
      </div>
      <div className="flex flex-wrap items-end gap-3">
        <Form method="post" preventScrollReset className="flex items-end gap-2">
          <input type="hidden" name="act" value="price" />
          <TextField
            label={d("price")}
            name="price"
            inputMode="decimal"
            defaultValue={page.price === null ? "" : money(page.price, { cents: "whenAny" })}
            className="w-32"
            required
          />
          <Button type="submit">{d("save")}</Button>
        </Form>
        {page.moves.length > 0 ? (
          <Form method="post" preventScrollReset className="flex items-end gap-2">
            <input type="hidden" name="act" value="move" />
            <SelectField
              label={t("move")}
              name="to"
              options={page.moves.map((state) => ({ value: state, label: t(`state.${state}`) }))}
              className="w-44"
            />
            <Button type="submit">{t("moveNow")}</Button>
          </Form>
        ) : null}
      </div>
    </div>
  );
}

function GateSection({ page: { gate, notes } }: { page: DossierPageData }) {
  const t = useMessages(merchandisingMessages);
  const d = useMessages(dossierMessages);
  const missing = (code: string, names: readonly string[]) =>
    code === "facts"
      ? names.map((name) => d(`fields.${name as "year"}`)).join(", ")
      : code === "disclosures"
        ? names.map((name) => t(`gap.${name as "expiry"}`)).join(", ")
        : code === "photos"
          ? t("gate.photosMissing", { count: names[0] ?? "" })
          : names.join(", ");
  return (
    <Sheet>
      <SheetHead
        title={t("gate.title")}
        aside={
          <Chip kind={gate.passes ? "positive" : "warning"} icon={gate.passes ? ShieldCheck : ShieldAlert}>
            {gate.passes ? t("gate.open") : t("gate.shut")}
          </Chip>
        }
        actions={<span className="figures font-semibold">{t("gate.score", { score: gate.score })}</span>}
      />
      <ul className="mt-3 flex flex-col gap-1.5">
        {gate.lines.map(({ code, points, of, blocks, missing: names }) => (
          <li key={code} className="flex items-baseline justify-between gap-3 text-14">
            <span className={cx(blocks ? "font-medium text-neg" : "text-ink-2")}>
              {t(`gate.${code}`)}
              {names.length > 0 ? <span className="text-13 text-ink-3">: {missing(code, names)}</span> : null}
            </span>
            <span className="figures shrink-0 text-ink-3">{of > 0 ? `${points}/${of}` : ""}</span>
          </li>
        ))}
      </ul>
      <Form method="post" preventScrollReset className="mt-4 flex flex-col items-start gap-2">
        <input type="hidden" name="act" value="notes" />
        <TextAreaField
          label={d("notes")}
          hint={d("notesHint")}
          name="notes"
          rows={2}
          maxLength={1_000}
          defaultValue={notes}
          className="w-full"
        />
        <Button type="submit" size="small">
          {d("save")}
        </Button>
      </Form>
    </Sheet>
  );
}
