import { useState } from "react";
import { photoMessages } from "#app/deal-card/trade/photo-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import type { PhotoRole } from "#machines/stages/trade-photos";

export const photoAddress = (dealId: string, photoId: string, size: "thumb" | "full") =>
  `/deals/${dealId}/photos/${photoId}${size === "thumb" ? "?size=thumb" : ""}`;

/** A small photo, 4 to 3; nothing moves when it arrives. */
export function PhotoThumb({ photoId, role, className }: { photoId: string; role: PhotoRole; className?: string }) {
  const { dealId } = useDeal();
  const t = useMessages(photoMessages);
  const [gone, setGone] = useState(false);
  return (
    <span className={cx("block aspect-4/3 overflow-clip rounded-cell bg-sunken", className)}>
      {gone ? null : (
        <img
          src={photoAddress(dealId, photoId, "thumb")}
          alt={t(`role.${role}`)}
          width={480}
          height={360}
          loading="lazy"
          decoding="async"
          className="size-full object-cover"
          onError={() => setGone(true)}
        />
      )}
    </span>
  );
}
