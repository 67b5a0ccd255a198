import { useEffect, useLayoutEffect, useRef, type FocusEvent, type SyntheticEvent } from "react";

/** A server draws no layout, and says so at each field. */
const useDrawnEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

const isWhole = ({ selectionStart, selectionEnd, value }: HTMLInputElement) =>
  selectionStart === 0 && selectionEnd === value.length;

/**
 * A field selected from end to end stays so when its value changes under the hand: what is typed next replaces the newer
 * value as it would have replaced the older one, and is not written behind it.
 */
export function useWholeSelection(shown: string) {
  const selected = useRef<HTMLInputElement | null>(null);
  useDrawnEffect(() => {
    selected.current?.select();
  }, [shown]);
  return {
    onFocus: ({ currentTarget }: FocusEvent<HTMLInputElement>) => {
      currentTarget.select();
      selected.current = currentTarget;
    },
    onSelect: ({ currentTarget }: SyntheticEvent<HTMLInputElement>) => {
      selected.current = isWhole(currentTarget) ? currentTarget : null;
    },
    forget: () => {
      selected.current = null;
    },
  };
}
