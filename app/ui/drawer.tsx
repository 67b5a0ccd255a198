import { X } from "lucide-react";
import { Dialog } from "radix-ui";
import { useRef, type ReactNode } from "react";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";

interface PanelProps {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: ReactNode;
  /** Beside the title: a count, an avatar. */
  aside?: ReactNode;
  /** Stays at the bottom: a composer, a primary button. */
  footer?: ReactNode;
  className?: string;
  children: ReactNode;
}

/**
 * The panels here open from state, not from a Radix trigger, so Radix does not know where focus came from. Focus goes
 * back there, unless the person has since put it on the page themselves.
 */
function useFocusReturn() {
  const opener = useRef<HTMLElement | null>(null);
  return {
    onOpenAutoFocus: () => {
      opener.current = document.activeElement instanceof HTMLElement ? document.activeElement : null;
    },
    onCloseAutoFocus: (event: Event) => {
      event.preventDefault();
      const now = document.activeElement;
      if (!now || now === document.body || now.closest("[role=dialog]")) opener.current?.focus();
    },
  };
}

/**
 * 400 px over the right column; the card under it stays live and can be worked, so it is not modal: focus moves in,
 * Esc closes and gives focus back, a click on the card does not close it.
 */
export function Drawer({ open, onOpenChange, title, aside, footer, className, children }: PanelProps) {
  const t = useMessages(uiMessages);
  const focusReturn = useFocusReturn();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange} modal={false}>
      <Dialog.Portal>
        <Dialog.Content
          {...focusReturn}
          aria-describedby={undefined}
          onInteractOutside={(event) => event.preventDefault()}
          className={cx(
            "fixed inset-y-0 right-0 z-40 flex w-full max-w-100 flex-col border-l border-line bg-surface shadow-pop outline-none",
            "data-[state=closed]:animate-drawer-out data-[state=open]:animate-drawer-in",
            className,
          )}
        >
          <div className="flex h-(--top-bar) shrink-0 items-center gap-3 border-b border-line pr-2 pl-4">
            <Dialog.Title className="min-w-0 flex-1 truncate text-16">{title}</Dialog.Title>
            {aside}
            <Dialog.Close asChild>
              <Button kind="quiet" icon aria-label={t("close")}>
                <X aria-hidden strokeWidth={1.75} />
              </Button>
            </Dialog.Close>
          </div>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
          {footer ? <div className="shrink-0 border-t border-line p-4 pb-safe">{footer}</div> : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

/** The phone's panel: rises from the thumb, modal, with a handle. On a wide screen it is a centred sheet. */
export function BottomSheet({
  open,
  onOpenChange,
  title,
  hideTitle,
  footer,
  className,
  children,
}: Omit<PanelProps, "aside"> & { hideTitle?: boolean }) {
  const t = useMessages(uiMessages);
  const focusReturn = useFocusReturn();
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <Dialog.Portal>
        <Dialog.Overlay className="fixed inset-0 z-40 bg-scrim data-[state=closed]:animate-fade-out data-[state=open]:animate-fade-in" />
        <Dialog.Content
          {...focusReturn}
          aria-describedby={undefined}
          className={cx(
            "fixed inset-x-0 bottom-0 z-50 mx-auto flex max-h-[88dvh] w-full max-w-140 flex-col rounded-t-phone bg-surface shadow-sheet outline-none",
            "data-[state=closed]:animate-bottom-sheet-out data-[state=open]:animate-bottom-sheet-in",
            className,
          )}
        >
          <Dialog.Close aria-label={t("close")} className="touch-target mx-auto mt-2 h-4 w-16 shrink-0 rounded-full">
            <span aria-hidden className="mx-auto block h-1 w-9 rounded-full bg-line-2" />
          </Dialog.Close>
          <Dialog.Title className={hideTitle ? "sr-only" : "px-5 pt-2 text-20"}>{title}</Dialog.Title>
          <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain">{children}</div>
          {footer ? <div className="shrink-0 px-4 pt-2 pb-safe">{footer}</div> : null}
        </Dialog.Content>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
