import { cardMessages } from "#app/deal-card/card-messages";
import { useCardPanel } from "#app/deal-card/card-panels";
import { CarryOn } from "#app/deal-card/summary/carry-on";
import { SummaryBody } from "#app/deal-card/summary/deal-summary";
import { NextStepAction } from "#app/deal-card/summary/next-step-action";
import { useMediaQuery } from "#app/deal-card/use-media-query";
import { BottomSheet, Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";

/** Opened from the bar: a sheet that rises on a phone, a drawer on a tablet. */
export function SummaryPanel() {
  const { panel, openPanel } = useCardPanel();
  const t = useMessages(cardMessages);
  const wide = useMediaQuery("(width >= 40rem)");
  const desk = useMediaQuery("(width >= 64rem)");
  const open = panel === "summary" && !desk;
  const onOpenChange = (next: boolean) => openPanel(next ? "summary" : null);
  const footer = <NextStepAction />;
  if (wide)
    return (
      <Drawer open={open} onOpenChange={onOpenChange} title={t("summary.label")} footer={footer}>
        <SummaryBody tap />
        <CarryOn />
      </Drawer>
    );
  return (
    <BottomSheet open={open} onOpenChange={onOpenChange} title={t("summary.label")} hideTitle footer={footer}>
      <SummaryBody tap />
      <CarryOn />
    </BottomSheet>
  );
}
