import { usePersonName } from "#app/deal-card/card-people";
import { useCurrentCar } from "#app/deal-card/current-car";
import { photoMessages } from "#app/deal-card/trade/photo-messages";
import { photoAddress } from "#app/deal-card/trade/photo-thumb";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { DealView } from "#machines/deal/deal-view";

type Photo = DealView["card"]["trade"]["photos"][number];

/** One photo at its full size, and what its own side may do with it. */
export function PhotoViewer({ photo, onClose }: { photo: Photo | null; onClose: () => void }) {
  const { dealId, isStaff } = useDeal();
  const { about, trade } = useCurrentCar();
  const t = useMessages(photoMessages);
  const format = useFormat();
  const nameOf = usePersonName();
  const { busy, act } = useSend();
  if (!photo) return null;
  const isOwn = photo.by.kind === (isStaff ? "staff" : "customer");
  const isProof = trade.verification?.adjustments.some(({ photoId }) => photoId === photo.photoId) ?? false;
  const remove = async () => {
    if (await act({ type: "trade.photoRemoved", photoId: photo.photoId, ...about })) onClose();
  };
  return (
    <Drawer
      open
      onOpenChange={onClose}
      title={t(`role.${photo.role}`)}
      footer={
        isOwn && !isProof ? (
          <Button kind="outline" busy={busy} onClick={() => void remove()}>
            {t("remove")}
          </Button>
        ) : undefined
      }
    >
      <img
        src={photoAddress(dealId, photo.photoId, "full")}
        alt={t(`role.${photo.role}`)}
        className="w-full rounded-block bg-sunken"
      />
      <p className="mt-2 text-13 text-ink-3">
        {t("by", { who: nameOf(photo.by), time: format.dateTime(photo.at, "weekday") })}
      </p>
    </Drawer>
  );
}
