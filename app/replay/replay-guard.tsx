import type { KeyboardEvent, ReactNode, SyntheticEvent } from "react";
import { useMessages } from "#app/ui/messages";
import { useToast } from "#app/ui/toast";
import { replayMessages } from "./replay-messages";

const controls = "button, input, select, textarea, label, a[href]";
/** What only opens and closes shows more of the same moment. */
const opens = "[aria-expanded], summary, [role=tab]";
/** Keys that move through a page and change nothing. */
const harmless = new Set(["Tab", "Escape", "Shift", "PageUp", "PageDown", "Home", "End"]);

/**
 * A past moment looks exactly as it looked, fields and buttons included, and none of them does anything: pressing one
 * says why. Reading, scrolling, selecting and opening lines work.
 */
export function ReplayGuard({ children }: { children: ReactNode }) {
  const t = useMessages(replayMessages);
  const toast = useToast();
  const stop = (event: SyntheticEvent) => {
    const target = event.target as Element;
    if (!target.closest(controls) || target.closest(opens)) return;
    event.preventDefault();
    event.stopPropagation();
    if (event.type === "click") toast({ text: t("readOnly") });
  };
  const stopKey = (event: KeyboardEvent) => {
    const onControl = (event.target as Element).closest("input, select, textarea");
    if (!onControl || harmless.has(event.key) || ((event.ctrlKey || event.metaKey) && event.key === "c")) return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div
      className="contents"
      onClickCapture={stop}
      onSubmitCapture={stop}
      onBeforeInputCapture={stop}
      onPasteCapture={stop}
      onDropCapture={stop}
      onMouseDownCapture={(event) => (event.target as Element).closest("select") && event.preventDefault()}
      onKeyDownCapture={stopKey}
    >
      {children}
    </div>
  );
}
