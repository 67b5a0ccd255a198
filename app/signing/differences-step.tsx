import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { DifferencesTable } from "./differences-table";
import { Act } from "./signing-frame";
import { signingMessages } from "./signing-messages";
import type { SigningView } from "./signing-view";

/** Nothing is signed before what differs was read, line by line. */
export function DifferencesStep({ view }: { view: SigningView }) {
  const t = useMessages(signingMessages);
  const { differences } = view;
  if (!differences) return null;
  return (
    <Sheet className="flex flex-col gap-5">
      <SheetHead title={t("differences.title")} />
      <p className="text-pretty text-ink-2">{t("differences.lead")}</p>
      <DifferencesTable compared={differences} />
      <Act act="differences" values={{ key: differences.key }}>
        {(busy) => (
          <Button type="submit" kind="primary" size="large" wide busy={busy}>
            {t("differences.act")}
          </Button>
        )}
      </Act>
    </Sheet>
  );
}
