import { Plus } from "lucide-react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Popover } from "#app/ui/popover";
import { TextField } from "#app/ui/text-field";
import { ActForm } from "./act-form";
import { deskMessages } from "./desk-messages";
import type { DeskPageData } from "./desk-data";

const STOCK_LIST = "desk-stock";

/** A deal for somebody who stands in the store: with the car they stand at, or without one yet. */
export function WalkInPopover({ stock }: Pick<DeskPageData, "stock">) {
  const t = useMessages(deskMessages);
  return (
    <Popover
      label={t("walkIn.title")}
      trigger={
        <Button aria-label={t("walkIn.act")} className="max-sm:aspect-square max-sm:px-0!">
          <Plus aria-hidden strokeWidth={1.75} />
          <span className="max-sm:sr-only">{t("walkIn.act")}</span>
        </Button>
      }
    >
      <ActForm act="startWalkIn" dealId={null}>
        {({ busy }) => (
          <div className="flex flex-col gap-4">
            <div>
              <h2 className="text-16">{t("walkIn.title")}</h2>
              <p className="text-13 text-ink-3">{t("walkIn.lead")}</p>
            </div>
            <TextField
              name="stockNumber"
              label={t("walkIn.stock")}
              hint={t("walkIn.stockHint")}
              list={STOCK_LIST}
              autoComplete="off"
              autoCapitalize="characters"
              maxLength={40}
              optional
            />
            <datalist id={STOCK_LIST}>
              {stock.map(({ stockNumber, name }) => (
                <option key={stockNumber} value={stockNumber} label={name} />
              ))}
            </datalist>
            <Button type="submit" kind="primary" wide busy={busy}>
              {t("walkIn.start")}
            </Button>
          </div>
        )}
      </ActForm>
    </Popover>
  );
}
