import { useNavigation } from "@remix-run/react";
import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { AccountPage, Question } from "#app/accounts/account-page";
import { FormNotice, SlowDown } from "#app/accounts/form-notice";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { FieldFrame, controlClass } from "#app/ui/field-frame";
import { useMessages } from "#app/ui/messages";
import type { PairRefusal } from "./pair-screen.server";
import { showroomMessages } from "./showroom-messages";
import { wipeDevice } from "./wipe-device";

/** Where a tablet becomes a screen of a deal: one field, filled in by the QR code behind `#`. */
export function PairPage({ store, refused }: { store: string | null; refused: PairRefusal | null }) {
  const t = useMessages(showroomMessages);
  const busy = useNavigation().state !== "idle";
  const field = useScannedCode();
  return (
    <AccountPage store={store}>
      <Question title={t("pair.title")} lead={t("pair.lead")} after={t("pair.note")}>
        {/* A whole page load: nothing of an earlier person stays in this one's memory. */}
        <Form method="post" reloadDocument className="flex flex-col gap-4" onSubmit={() => void wipeDevice()}>
          <FormNotice>
            {refused?.reason === "slowDown" ? <SlowDown retryAfterSeconds={refused.retryAfterSeconds} /> : null}
          </FormNotice>
          <FieldFrame
            label={t("pair.code")}
            hint={t("pair.hint")}
            error={refused?.reason === "wrong" ? t("pair.wrong") : undefined}
          >
            {(attributes) => (
              <input
                {...attributes}
                ref={field}
                name="code"
                required
                autoFocus
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                maxLength={12}
                className={cx(controlClass({ look: "figure" }), "h-14! text-24! tracking-[.18em] uppercase")}
              />
            )}
          </FieldFrame>
          <Button type="submit" kind="primary" size="large" wide busy={busy}>
            {t("pair.submit")}
          </Button>
        </Form>
      </Question>
    </AccountPage>
  );
}

/** A scanned code stands behind `#`, which no server and no log ever sees; it is taken out of the address at once. */
function useScannedCode() {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const code = decodeURIComponent(window.location.hash.slice(1));
    if (!code || !field.current) return;
    field.current.value = code;
    window.history.replaceState(window.history.state, "", window.location.pathname);
  }, []);
  return field;
}
