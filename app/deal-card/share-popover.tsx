import { cloneElement, lazy, Suspense, useState, type ReactElement } from "react";

const OpenSharePopover = lazy(async () => ({ default: (await import("#app/deal-card/share-link")).OpenSharePopover }));

/** A button until it is pressed; only then are the popover and its positioning loaded. */
export function SharePopover({ trigger }: { trigger: ReactElement<{ onClick?: () => void }> }) {
  const [wanted, setWanted] = useState(false);
  const button = cloneElement(trigger, { onClick: () => setWanted(true) });
  if (!wanted) return button;
  return (
    <Suspense fallback={button}>
      <OpenSharePopover trigger={trigger} />
    </Suspense>
  );
}
