import { cloneElement, useState, type ReactElement } from "react";
import { lazyPart } from "#app/ui/lazy-part";

const OpenSharePopover = lazyPart(
  "share-popover",
  async () => (await import("#app/deal-card/share-link")).OpenSharePopover,
  ({ trigger }) => trigger,
);

/** A button until it is pressed; only then are the popover and its positioning loaded. */
export function SharePopover({ trigger }: { trigger: ReactElement<{ onClick?: () => void }> }) {
  const [wanted, setWanted] = useState(false);
  if (!wanted) return cloneElement(trigger, { onClick: () => setWanted(true) });
  return <OpenSharePopover trigger={trigger} />;
}
