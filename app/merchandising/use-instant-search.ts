import { useEffect, useRef, type FormEvent, type RefObject } from "react";
import type { AskedSearch } from "./use-asked-search";

/** Long enough to finish a number, short enough to feel like an answer. */
const QUIET_MS = 350;

/** Sets the fields to what an address says. */
function fillFields(form: HTMLFormElement, address: string): void {
  const params = new URLSearchParams(address.split("?")[1]);
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement && field.type === "checkbox") {
      field.checked = params.getAll(field.name).includes(field.value);
    } else if (field instanceof HTMLSelectElement || (field instanceof HTMLInputElement && field.type === "search")) {
      field.value = params.get(field.name) ?? field.dataset.usual ?? "";
    } else if (field instanceof HTMLInputElement && field.type === "text" && field !== document.activeElement) {
      field.value = params.get(field.name) ?? field.dataset.usual ?? "";
    }
  }
}

/** What a field says while nobody has changed it stays out of the address. */
const usualValues = (form: HTMLFormElement): Map<string, string> =>
  new Map(
    [...form.elements].flatMap((field) =>
      (field instanceof HTMLSelectElement || field instanceof HTMLInputElement) && field.dataset.usual !== undefined
        ? [[field.name, field.dataset.usual]]
        : [],
    ),
  );

/** What the fields do not say: it stays as it was asked for. */
const besidesFields = ["stock", "sort"];

/** Sends a search form by itself: ticks at once, typing after a pause. Empty fields stay out of the address. */
export function useInstantSearch(form: RefObject<HTMLFormElement>, asked: AskedSearch, address: string) {
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const stop = () => {
    if (timer.current) clearTimeout(timer.current);
    timer.current = null;
  };
  useEffect(
    () => () => {
      if (timer.current) clearTimeout(timer.current);
    },
    [],
  );
  // A link or the back button moved the address under the fields. What somebody types, or has sent and waits for, is the
  // newer wish: the answer to an older one must not take it back.
  const { drawn, isNewest } = asked;
  useEffect(() => {
    if (form.current && !timer.current && drawn !== null && isNewest(drawn)) fillFields(form.current, address);
  }, [address, drawn, form, isNewest]);
  const send = () => {
    stop();
    if (!form.current) return;
    const params = new URLSearchParams();
    const usual = usualValues(form.current);
    for (const [name, value] of new FormData(form.current)) {
      if (typeof value !== "string" || !value || value === usual.get(name) || besidesFields.includes(name)) continue;
      params.append(name, value);
    }
    const newest = asked.newest();
    for (const name of besidesFields) for (const value of newest.getAll(name)) params.append(name, value);
    asked.ask(params);
  };
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    stop();
    const isTyped = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    timer.current = setTimeout(send, isTyped ? QUIET_MS : 0);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return { onChange, onSubmit };
}
