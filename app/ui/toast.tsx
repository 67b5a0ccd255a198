import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from "react";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";

/** Long enough to read one sentence and reach for Undo; it waits while a pointer or focus rests on it. */
const TOAST_MS = 4000;

interface ToastMessage {
  text: ReactNode;
  onUndo?: () => void;
}

const ToastContext = createContext<(message: ToastMessage) => void>(() => {});

/** `const toast = useToast(); toast({ text, onUndo })`. Only for news that has no place of its own on the page. */
export const useToast = () => useContext(ToastContext);

/** One toast at a time, at the bottom centre; a new one takes the place of the old. */
export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(ToastMessage & { id: number }) | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const nextId = useRef(1);
  const hold = useCallback(() => {
    if (timer.current) clearTimeout(timer.current);
  }, []);
  const run = useCallback(() => {
    hold();
    timer.current = setTimeout(() => setShown(null), TOAST_MS);
  }, [hold]);
  const toast = useCallback(
    (message: ToastMessage) => {
      setShown({ ...message, id: nextId.current++ });
      run();
    },
    [run],
  );
  useEffect(() => hold, [hold]);
  const t = useMessages(uiMessages);
  const content = useMemo(() => children, [children]);
  return (
    <ToastContext.Provider value={toast}>
      {content}
      <div role="status" className="pointer-events-none fixed inset-x-0 bottom-6 z-60 flex justify-center px-4 pb-safe">
        {shown ? (
          <div
            key={shown.id}
            onPointerEnter={hold}
            onPointerLeave={run}
            onFocus={hold}
            onBlur={run}
            className="pointer-events-auto flex max-w-120 animate-toast-in items-center gap-4 rounded-block bg-ink px-4 py-3 text-surface shadow-pop"
          >
            <span>{shown.text}</span>
            {shown.onUndo ? (
              <button
                type="button"
                className="touch-target shrink-0 rounded-chip font-semibold text-accent-200 underline-offset-4 hover:underline"
                onClick={() => {
                  shown.onUndo?.();
                  setShown(null);
                }}
              >
                {t("undo")}
              </button>
            ) : null}
          </div>
        ) : null}
      </div>
    </ToastContext.Provider>
  );
}
