import { Popover } from "radix-ui";
import type { ReactNode, RefObject } from "react";
import { cx } from "#app/ui/class-names";

interface PopoverPanelProps {
  /** The button that it hangs on, and that gets the focus back. */
  anchor: RefObject<HTMLElement | null>;
  label: string;
  align: "start" | "center" | "end";
  open: boolean;
  onOpenChange(open: boolean): void;
  className?: string | undefined;
  children: ReactNode;
}

/** What opens beside a popover's button. */
export function PopoverPanel({ anchor, label, align, open, onOpenChange, className, children }: PopoverPanelProps) {
  return (
    <Popover.Root open={open} onOpenChange={onOpenChange}>
      <Popover.Anchor virtualRef={anchor as RefObject<HTMLElement>} />
      <Popover.Portal>
        <Popover.Content
          aria-label={label}
          align={align}
          sideOffset={8}
          collisionPadding={12}
          // The button closes it itself; heard here as a press outside, it would open it again.
          onInteractOutside={(event) => {
            if (anchor.current?.contains(event.target as Node)) event.preventDefault();
          }}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            if (!document.activeElement || document.activeElement === document.body) anchor.current?.focus();
          }}
          className={cx(
            "z-50 w-80 max-w-[calc(100vw-1.5rem)] rounded-block border border-line bg-surface p-4 shadow-pop outline-none",
            "data-[state=closed]:animate-fade-out data-[state=open]:animate-pop-in",
            className,
          )}
        >
          {children}
        </Popover.Content>
      </Popover.Portal>
    </Popover.Root>
  );
}
