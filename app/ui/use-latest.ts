import { useEffect, useRef } from "react";

/** The newest value, for listeners and timers that outlive the drawing they were made in. */
export function useLatest<T>(value: T): { readonly current: T } {
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  }, [value]);
  return latest;
}
