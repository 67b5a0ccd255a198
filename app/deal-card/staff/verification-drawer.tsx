import { useCurrentCar } from "#app/deal-card/current-car";
import { VerificationForm } from "#app/deal-card/staff/verification-form";
import { verificationMessages } from "#app/deal-card/trade/verification-messages";
import { vehicleName } from "#app/deal-card/vehicle-name";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";

/** The checklist over the right column: the card stays live beside it, photos and all. */
export function VerificationDrawer({ onClose }: { onClose: () => void }) {
  const { trade } = useCurrentCar();
  const t = useMessages(verificationMessages);
  const { description } = trade;
  if (!description) return null;
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={t("title")}
      aside={<span className="text-13 text-ink-3">{vehicleName(description)}</span>}
      className="max-w-150!"
    >
      <VerificationForm onDone={onClose} />
    </Drawer>
  );
}
