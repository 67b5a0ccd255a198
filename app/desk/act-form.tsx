import { useFetcher } from "@remix-run/react";
import { CircleSlash } from "lucide-react";
import { useEffect, useRef, type ReactNode } from "react";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import type { DeskActName } from "./desk-act";
import { type DeskActAnswer, wasDone } from "./desk-act-answer";
import { useDeskPage } from "./desk-context";
import { deskMessages } from "./desk-messages";

interface ActFormProps {
  act: DeskActName;
  dealId: string | null;
  /** Hidden values, such as the revision this page shows. */
  values?: Readonly<Record<string, string | number>>;
  /** Once, after the store has it. */
  onDone?: () => void;
  className?: string;
  children: (state: { busy: boolean; errorFor: (field: string) => string | undefined }) => ReactNode;
}

/** One act of the desk as a form: works without JavaScript, says its refusal beside the button that was pressed. */
export function ActForm({ act, dealId, values = {}, onDone, className, children }: ActFormProps) {
  const fetcher = useFetcher<DeskActAnswer>();
  const { action, editSeed } = useDeskPage();
  const t = useMessages(deskMessages);
  const answered = useRef<DeskActAnswer | undefined>(undefined);
  const { data, state } = fetcher;

  useEffect(() => {
    if (state !== "idle" || !data || answered.current === data) return;
    answered.current = data;
    if (wasDone(data)) onDone?.();
  }, [state, data, onDone]);

  const problems = data?.answer.status === "refused" ? (data.answer.problems ?? []) : [];
  return (
    <fetcher.Form method="post" action={action} className={className}>
      <input type="hidden" name="act" value={act} />
      {dealId === null ? null : <input type="hidden" name="dealId" value={dealId} />}
      <input type="hidden" name="editSeed" value={editSeed} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children({
        busy: state !== "idle",
        errorFor: (field) => (problems.includes(field) ? t("required") : undefined),
      })}
      {state === "idle" && data ? <ActAnswer said={data} className="mt-2" /> : null}
    </fetcher.Form>
  );
}

/** What the store answered, where it was not simply done. */
export function ActAnswer({ said, className }: { said: DeskActAnswer; className?: string }) {
  const t = useMessages(deskMessages);
  const sentence = useRefusalSentence();
  const { answer } = said;
  if (answer.status === "applied" || answer.status === "repeated") return null;
  return (
    <p role="alert" className={cx("flex items-start gap-2 text-13 text-neg", className)}>
      <CircleSlash aria-hidden className="mt-px size-4 shrink-0" strokeWidth={1.75} />
      {answer.status === "again" ? t("answer.again") : sentence(answer.refusal)}
    </p>
  );
}
