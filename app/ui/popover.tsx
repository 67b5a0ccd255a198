import { cloneElement, type ReactElement, type ReactNode, useRef, useState } from "react";
import type { HTMLAttributes, MouseEvent, Ref } from "react";
import { lazyPart } from "./lazy-part";

// Where a panel goes beside its button is a lot of code; a page fetches it when the first one opens.
const PopoverPanel = lazyPart("popover-panel", async () => (await import("./popover-panel")).PopoverPanel);

interface PopoverProps {
  /** The button that opens it. */
  trigger: ReactElement<HTMLAttributes<HTMLElement> & { ref?: Ref<HTMLElement> }>;
  /** Heard when it opens. */
  label: string;
  align?: "start" | "center" | "end";
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  className?: string;
  children: ReactNode;
}

/** A small panel on its button: share by link, QR and expiry; how a figure was counted. */
export function Popover({ trigger, label, align = "end", open, onOpenChange, className, children }: PopoverProps) {
  const anchor = useRef<HTMLElement>(null);
  const [own, setOwn] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const isOpen = open ?? own;
  if (isOpen && !wasOpened) setWasOpened(true);
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: anchor,
        "aria-haspopup": "dialog",
        "aria-expanded": isOpen,
        onClick: (event: MouseEvent<HTMLElement>) => {
          trigger.props.onClick?.(event);
          if (!event.defaultPrevented) change(!isOpen);
        },
      })}
      {wasOpened ? (
        <PopoverPanel {...{ anchor, label, align, className }} open={isOpen} onOpenChange={change}>
          {children}
        </PopoverPanel>
      ) : null}
    </>
  );
}
