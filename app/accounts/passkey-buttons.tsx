import { KeyRound } from "lucide-react";
import { useState, useSyncExternalStore } from "react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { FormNotice } from "./form-notice";
import { knowsPasskeys, proveByPasskey, signInByPasskey } from "./passkey-ceremony";
import { passkeyMessages } from "./passkey-messages";

/** Known once the page runs; a page without scripts shows the code alone. */
export function useKnowsPasskeys(): boolean | null {
  return useSyncExternalStore<boolean | null>(neverChanges, knowsPasskeys, () => null);
}

const neverChanges = () => () => {};

/** The second step by a touch, above the code. */
export function PasskeySignIn({ redirectTo }: { redirectTo: string }) {
  const t = useMessages(passkeyMessages);
  const known = useKnowsPasskeys();
  const [state, setState] = useState<"idle" | "busy" | "cancelled">("idle");
  if (known === false) return null;
  const press = async () => {
    setState("busy");
    const to = await signInByPasskey(redirectTo);
    if (to === null) setState("cancelled");
    else window.location.assign(to);
  };
  return (
    <div className="flex flex-col gap-3">
      <FormNotice>{state === "cancelled" ? t("not.cancelled") : null}</FormNotice>
      <Button
        kind="primary"
        size="large"
        wide
        disabled={known === null}
        busy={state === "busy"}
        onClick={() => void press()}
      >
        <KeyRound aria-hidden strokeWidth={1.75} />
        {t("use")}
      </Button>
      <p className="text-center text-13 text-ink-3">{t("or")}</p>
    </div>
  );
}

/** Beside a question for a code: the same proof by a touch. */
export function PasskeyProof() {
  const t = useMessages(passkeyMessages);
  const known = useKnowsPasskeys();
  const [state, setState] = useState<"idle" | "busy" | "proven" | "cancelled">("idle");
  if (known !== true) return null;
  const press = async () => {
    setState("busy");
    setState((await proveByPasskey()) ? "proven" : "cancelled");
  };
  return (
    <span className="flex flex-wrap items-center gap-2">
      {state === "proven" ? null : (
        <Button size="medium" kind="outline" busy={state === "busy"} onClick={() => void press()}>
          {t("prove")}
        </Button>
      )}
      <span role="status" className="text-13 text-ink-2 empty:hidden">
        {state === "proven" ? t("proven") : state === "cancelled" ? t("not.cancelled") : null}
      </span>
    </span>
  );
}
