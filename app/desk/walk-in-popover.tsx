import { Plus } from "lucide-react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Popover } from "#app/ui/popover";
import { TextField } from "#app/ui/text-field";
import { ActForm } from "./act-form";
import { deskPanelMessages } from "./desk-panel-messages";
import type { DeskPageData } from "./desk-data";

const STOCK_LIST = "desk-stock";

/** A deal for somebody who stands in the store: with the car they stand at, or without one yet. */
export function WalkInPopover({ stock }: Pick<DeskPageData, "stock">) {
  const panel = useMessages(deskPanelMessages);
  return (
    <Popover
      label={panel("walkIn.title")}
      trigger={
        <Button aria-label={panel("walkIn.act")} className="max-lg:aspect-square max-lg:px-0!">
          <Plus aria-hidden strokeWidth={1.75} />
          <span className="max-lg:sr-only">{panel("walkIn.act")}</span>
        </Button>
      }
    >
      <ActForm act="startWalkIn" dealId={null}>
        {({ busy }) => (
          <div className="flex flex-col gap-4">
            <div>
              <h2 className="text-16">{panel("walkIn.title")}</h2>
              <p className="text-13 text-ink-3">{panel("walkIn.lead")}</p>
            </div>
            <TextField
              name="stockNumber"
              label={panel("walkIn.stock")}
              hint={panel("walkIn.stockHint")}
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
              {panel("walkIn.start")}
            </Button>
          </div>
        )}
      </ActForm>
    </Popover>
  );
}
