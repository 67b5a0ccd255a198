import { useEffect } from "react";
import { useLatest } from "#app/ui/use-latest";

const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName));

const isShown = (element: HTMLElement) => element.offsetParent !== null;

/**
 * The desk's keys: j and k move through the rows, and a key printed on a control (`data-key`) presses it, or focuses it
 * where it is a field. Never while somebody types, never with a modifier: those belong to the browser.
 */
export function useListKeys(list: { current: HTMLElement | null }, onMove: (dealId: string) => void) {
  const moved = useLatest(onMove);
  useEffect(() => {
    function press(event: KeyboardEvent): void {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      if (event.key === "j" || event.key === "k") return move(event, event.key === "j" ? 1 : -1);
      if (!/^[a-z/]$/.test(event.key)) return;
      const controls = [...document.querySelectorAll<HTMLElement>(`[data-key="${event.key}"]`)];
      const control = controls.find(isShown);
      if (!control) return;
      event.preventDefault();
      if (isTyping(control)) control.focus();
      else control.click();
    }
    function move(event: KeyboardEvent, by: 1 | -1): void {
      const rows = [...(list.current?.querySelectorAll<HTMLElement>("[data-row]") ?? [])];
      const focused = rows.findIndex((row) => row === document.activeElement);
      const chosen = rows.findIndex((row) => row.closest("[aria-current]"));
      const from = focused === -1 ? chosen : focused;
      const next = rows[from === -1 ? (by === 1 ? 0 : rows.length - 1) : from + by];
      if (!next) return;
      event.preventDefault();
      next.focus();
      next.scrollIntoView({ block: "nearest" });
      if (next.dataset.row) moved.current(next.dataset.row);
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [list, moved]);
}
