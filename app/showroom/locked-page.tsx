import { Form, useNavigation } from "@remix-run/react";
import { Lock } from "lucide-react";
import { useEffect } from "react";
import { AccountPage, Question } from "#app/accounts/account-page";
import { FormNotice, SlowDown } from "#app/accounts/form-notice";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import type { ComeBackRefusal, ScreenState } from "./come-back.server";
import { LOCKED_ASKS_EVERY_MS } from "./showroom-limits";
import { showroomMessages } from "./showroom-messages";
import { wipeDevice } from "./wipe-device";

type LockedPageProps = Omit<ScreenState, "state"> & { state: string; refused: ComeBackRefusal | null };

/** What a screen shows when nobody is at it: no name, no car, no figure. Opens by itself once staff unlock it. */
export function LockedPage({ state, dealId, heldBy, store, refused }: LockedPageProps) {
  const t = useMessages(showroomMessages);
  const locked = state === "locked";
  useOpensAgain(locked);
  useEffect(() => {
    if (locked) void wipeDevice();
  }, [locked]);
  return (
    <AccountPage store={store}>
      <Question
        title={locked ? t("locked.title") : t("locked.open")}
        lead={locked ? t("locked.lead") : t("locked.openLead")}
      >
        {locked ? (
          <p role="status" className="flex items-center gap-3 rounded-block bg-sunken px-4 py-3 text-ink-2">
            <Lock aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
            {t("locked.ask")}
          </p>
        ) : (
          <ButtonLink kind="primary" size="large" wide reloadDocument to={`/deals/${dealId}`}>
            {t("locked.goOn")}
          </ButtonLink>
        )}
        {heldBy ? <TakeBack heldBy={heldBy} refused={refused} quiet={!locked} /> : null}
        {locked && !heldBy ? (
          <ButtonLink kind="outline" size="large" wide to="/pair">
            {t("locked.another")}
          </ButtonLink>
        ) : null}
      </Question>
    </AccountPage>
  );
}

interface TakeBackProps {
  heldBy: NonNullable<ScreenState["heldBy"]>;
  refused: ComeBackRefusal | null;
  /** Another act is the primary one. */
  quiet: boolean;
}

/** The way back for who handed the screen over: their password or second factor; one press in the demo. */
function TakeBack({ heldBy, refused, quiet }: TakeBackProps) {
  const t = useMessages(showroomMessages);
  const busy = useNavigation().state !== "idle";
  const { firstName: name, asksProof } = heldBy;
  return (
    <Form
      method="post"
      reloadDocument
      className="flex flex-col gap-4 border-t border-line pt-5"
      onSubmit={() => void wipeDevice()}
    >
      <FormNotice>
        {refused?.reason === "slowDown" ? <SlowDown retryAfterSeconds={refused.retryAfterSeconds} /> : null}
        {refused?.reason === "over" ? t("locked.over") : null}
      </FormNotice>
      {asksProof ? (
        <TextField
          label={t("locked.proof")}
          hint={t("locked.proofHint")}
          error={refused?.reason === "wrong" ? t("locked.wrong") : undefined}
          name="proof"
          type="password"
          autoComplete="current-password"
          required
        />
      ) : null}
      <Button type="submit" kind={quiet ? "outline" : "primary"} size="large" wide busy={busy}>
        {asksProof ? t("locked.staff", { name }) : t("locked.staffDemo", { name })}
      </Button>
    </Form>
  );
}

/** Asks now and then whether somebody unlocked it; a screen that was taken back goes to the page for a new code. */
function useOpensAgain(locked: boolean) {
  useEffect(() => {
    if (!locked) return;
    const timer = setInterval(() => {
      fetch("/showroom/state", { headers: { Accept: "application/json" } })
        .then((answer) => answer.json() as Promise<{ state: string; dealId: string | null }>)
        .then(({ state, dealId }) => {
          if (state === "open") window.location.replace(`/deals/${dealId}`);
          else if (state === "none") window.location.replace("/pair");
        })
        // No line: it stays locked and asks again.
        .catch(() => undefined);
    }, LOCKED_ASKS_EVERY_MS);
    return () => clearInterval(timer);
  }, [locked]);
}
