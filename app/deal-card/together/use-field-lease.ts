import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { usePersonName, whoOf } from "#app/deal-card/card-people";
import { useDeal } from "#app/deal-card/use-deal";
import type { FieldLease, LeasedField } from "#app/realtime/together-protocol";
import type { HeldBy } from "#app/ui/field-held";
import { useMessages } from "#app/ui/messages";
import { togetherMessages } from "./together-messages";

/** A hold is said again while the hand goes on typing, well before it would end by itself. */
const AGAIN_MS = 2_500;

interface Lease {
  held: HeldBy | null;
  onTyping(): void;
  onLeft(): void;
}

/** A field's own look with the hold of others on it; leaving the field gives one's own hold back. */
export const leasedFrame = <Frame extends { onBlur(): void }>(frame: Frame, { held, onTyping, onLeft }: Lease) => ({
  ...frame,
  held,
  onDrafting: onTyping,
  onBlur() {
    frame.onBlur();
    onLeft();
  },
});

/**
 * The soft hold on a money field while somebody types in it. The others see whose it is and may take it over; an edit
 * that comes anyway is as good as any. It ends by itself.
 */
export function useFieldLease(field: LeasedField): Lease {
  const { socket, dealId, people } = useDeal();
  const t = useMessages(togetherMessages);
  const nameOf = usePersonName();
  const [lease, setLease] = useState<FieldLease | null>(null);
  const saidAt = useRef(0);

  useEffect(() => {
    if (!socket) return;
    const onLeases = (message: { dealId: string; leases: FieldLease[] }) => {
      if (message.dealId === dealId) setLease(message.leases.find((one) => one.field === field) ?? null);
    };
    const forget = () => setLease(null);
    socket.on("deal:leases", onLeases);
    socket.on("disconnect", forget);
    return () => {
      socket.off("deal:leases", onLeases);
      socket.off("disconnect", forget);
    };
  }, [socket, dealId, field]);

  const say = useCallback(
    (act: "hold" | "takeOver" | "release") => {
      if (socket?.connected) socket.emit("deal:lease", { dealId, field, act }, () => undefined);
    },
    [socket, dealId, field],
  );
  const onTyping = useCallback(() => {
    if (Date.now() - saidAt.current < AGAIN_MS) return;
    saidAt.current = Date.now();
    say("hold");
  }, [say]);
  const onLeft = useCallback(() => {
    if (saidAt.current === 0) return;
    saidAt.current = 0;
    say("release");
  }, [say]);

  const holder = lease ? people.find(({ key, you }) => key === lease.key && !you) : undefined;
  const held = useMemo<HeldBy | null>(() => {
    if (!holder) return null;
    const name = nameOf(holder);
    const takeOver = () => {
      saidAt.current = Date.now();
      say("takeOver");
    };
    return { name, who: whoOf(holder.role), note: t("lease.typing", { name }), action: t("lease.takeOver"), takeOver };
  }, [holder, nameOf, say, t]);
  return { held, onTyping, onLeft };
}
