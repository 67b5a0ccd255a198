import { Form } from "@remix-run/react";
import { reconKinds } from "#app/intake/recon-kinds";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DossierPageData } from "./dossier-page.server";
import { dossierMessages } from "./dossier-messages";

/** Work on the car, its recalls, and what the store's own past says of one more like it. */
export function ReconSection({ page }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  const { money } = useFormat();
  return (
    <>
      <Sheet>
        <SheetHead
          title={t("recon")}
          actions={
            page.seesCost ? (
              <span className="figures">{t("reconTotal", { amount: money(page.reconTotal) })}</span>
            ) : null
          }
        />
        {page.recon.length === 0 ? <p className="mt-2 text-14 text-ink-2">{t("reconNone")}</p> : null}
        <ul className="mt-2">
          {page.recon.map((item) => (
            <Item key={item.id} item={item} seesCost={page.seesCost} />
          ))}
        </ul>
        {page.seesCost ? <AddItem /> : null}
      </Sheet>
      <Recalls page={page} />
      <Sheet>
        <SheetHead title={t("context")} />
        <p className="mt-2 text-14 text-ink-2">
          {t("contextLine", { inStock: page.context.inStock, sold: page.context.soldBefore })}{" "}
          {t(`contextNote.${page.context.note}`)}
        </p>
      </Sheet>
    </>
  );
}

function Item({ item, seesCost }: { item: DossierPageData["recon"][number]; seesCost: boolean }) {
  const t = useMessages(dossierMessages);
  const { money } = useFormat();
  const next =
    item.state === "suggested"
      ? (["approved", "declined"] as const)
      : item.state === "approved"
        ? (["done"] as const)
        : [];
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-b border-line py-2 last:border-b-0">
      <div className="min-w-0">
        <p className="flex flex-wrap items-center gap-2 text-14 font-medium">
          {t(`kind.${item.kind}`)}
          <Chip kind={item.state === "done" ? "positive" : item.state === "suggested" ? "warning" : "neutral"}>
            {t(`reconState.${item.state}`)}
          </Chip>
        </p>
        <p className="text-12 text-ink-3">
          {item.because ? t(`because.${item.because.rule as "mileage"}`, { figure: item.because.figure }) : item.note}
          {seesCost ? `, ${money(item.cost, { cents: "whenAny" })}, ${t("days", { count: item.days })}` : null}
        </p>
      </div>
      <div className="flex gap-2">
        {next.map((state) => (
          <Form key={state} method="post" preventScrollReset>
            <input type="hidden" name="act" value="recon" />
            <input type="hidden" name="id" value={item.id} />
            <input type="hidden" name="state" value={state} />
            <input type="hidden" name="cost" value={String(item.cost / 100)} />
            <Button type="submit" size="small">
              {t(`reconState.${state}`)}
            </Button>
          </Form>
        ))}
      </div>
    </li>
  );
}

function AddItem() {
  const t = useMessages(dossierMessages);
  return (
    <Form method="post" preventScrollReset className="mt-3 flex flex-wrap items-end gap-2">
      <input type="hidden" name="act" value="addRecon" />
      <input type="hidden" name="days" value="1" />
      <SelectField
        label={t("recon")}
        hideLabel
        name="kind"
        options={reconKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) }))}
        className="w-40"
      />
      <TextField label={t("reason")} name="note" maxLength={400} className="min-w-32 flex-1" />
      <TextField label={t("cost")} name="cost" inputMode="decimal" required className="w-24" />
      <Button type="submit">{t("add")}</Button>
    </Form>
  );
}

function Recalls({ page: { recalls } }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  const { date } = useFormat();
  return (
    <Sheet>
      <SheetHead title={t("recalls")} />
      <p className="mt-2 text-13 text-ink-2">
        {recalls ? t("recallsChecked", { source: recalls.source, date: date(recalls.checkedAt) }) : t("recallsNone")}
      </p>
      {recalls?.campaigns.length === 0 ? <p className="mt-2 text-14">{t("recallsClear")}</p> : null}
      <ul>
        {recalls?.campaigns.map(({ campaign, component, summary, standing }) => (
          <li key={campaign} className="border-b border-line py-2 last:border-b-0">
            <p className="flex flex-wrap items-center gap-2 text-14 font-medium">
              {campaign}, {component} <Chip kind="warning">{t(`verdict.${standing}`)}</Chip>
            </p>
            <p className="text-13 text-ink-2">{summary}</p>
            <div className="mt-2 flex gap-2">
              {(["remedied", "notConcerned", "open"] as const).map((verdict) => (
                <Form key={verdict} method="post" preventScrollReset>
                  <input type="hidden" name="act" value="recall" />
                  <input type="hidden" name="campaign" value={campaign} />
                  <input type="hidden" name="note" value="" />
                  <Button type="submit" name="verdict" value={verdict} size="small">
                    {t(`verdict.${verdict}`)}
                  </Button>
                </Form>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
