import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SelectField } from "#app/ui/text-field";
import { merchandisingMessages } from "./merchandising-messages";
import type { BoardAnswer } from "./submit-board-act.server";
import type { LifecycleState } from "./vehicle-lifecycle";

/** The cards' boxes belong to this form wherever they stand. */
export const BULK_FORM = "chosen-cards";

/** Where people move several cards at once; an approval is a judgement of one text, and no bulk act. */
const targets = [
  "inRecon",
  "awaitingPhotos",
  "inReview",
  "sold",
  "wholesaled",
] as const satisfies readonly LifecycleState[];

/** One act on every chosen card, and what became of it. */
export function BoardBulk({ chosen, answer }: { chosen: number; answer: BoardAnswer | null }) {
  const t = useMessages(merchandisingMessages);
  const busy = useNavigation().formMethod === "POST";
  return (
    <div className="mb-3">
      <Form id={BULK_FORM} method="post" preventScrollReset className="flex flex-wrap items-end gap-2">
        <SelectField
          label={t("bulk.moveTo")}
          name="to"
          options={targets.map((state) => ({ value: state, label: t(`state.${state}`) }))}
          className="w-48 max-sm:w-full"
        />
        <Button type="submit" name="act" value="move" busy={busy}>
          {t("moveNow")}
        </Button>
        <Button type="submit" name="act" value="decode" kind="quiet">
          {t("bulk.decode")}
        </Button>
        <p aria-live="polite" className="flex h-10 items-center px-1 text-13 text-ink-2">
          {t("bulk.chosen", { count: chosen })}
        </p>
      </Form>
      <div role="status" className="text-13">
        {answer ? <Said answer={answer} /> : null}
      </div>
    </div>
  );
}

function Said({ answer }: { answer: BoardAnswer }) {
  const t = useMessages(merchandisingMessages);
  if (answer.kind === "unreadable") return <p className="mt-2 text-warn">{t("bulk.none")}</p>;
  return (
    <>
      <p className="mt-2 text-ink-2">{t("bulk.done", { count: answer.done })}</p>
      {answer.refused.length > 0 ? (
        <ul className="mt-1 rounded-block bg-warn-ground px-4 py-3 text-warn">
          {answer.refused.map(({ stockNumber, reason }) => (
            <li key={stockNumber}>
              {stockNumber}: {t(`refused.${reason}`)}
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
