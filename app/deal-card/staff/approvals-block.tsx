import { Check, RefreshCw, X } from "lucide-react";
import { useState } from "react";
import { approvalFigure } from "#app/deal-card/approval-figure";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { ApprovalCard } from "#app/deal-card/staff/approval-card";
import { approvalMessages } from "#app/deal-card/staff/approval-messages";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { ButtonLink } from "#app/ui/button";
import { useLocale, useMessages } from "#app/ui/messages";
import { StaffBlock } from "#app/ui/staff-block";
import { useFormat } from "#app/ui/use-format";
import type { Approval } from "#machines/deal/approval";
import type { DealEdit } from "#machines/deal/deal-events";
import { permissionFor } from "#machines/deal/deal-permissions";
import { staffFigures } from "#machines/deal/deal-view";

/** The tray holds the newest answers; all of them are in the history. */
const SHOWN_ANSWERS = 3;

/** What was asked beyond a limit on this deal, what waits, and what was answered. */
export function ApprovalsBlock({ className }: { className?: string }) {
  const { view } = useDeal();
  const t = useMessages(approvalMessages);
  const list = (staffFigures(view).approvals ?? []) as Approval[];
  const open = list.filter(({ status }) => status === "open");
  const answered = list.filter(({ status }) => status !== "open").slice(-SHOWN_ANSWERS);
  return (
    <StaffBlock title={t("title")} aside={t("waiting", { count: open.length })} className={className}>
      {list.length === 0 ? <p className="text-13">{t("none")}</p> : null}
      <ul className="flex flex-col gap-3" aria-live="polite">
        {open.map((request) => (
          <li key={request.number}>
            <OpenRequest request={request} />
          </li>
        ))}
        {answered.toReversed().map((request) => (
          <li key={request.number}>
            <AnsweredRequest request={request} />
          </li>
        ))}
      </ul>
    </StaffBlock>
  );
}

function OpenRequest({ request }: { request: Approval }) {
  const { send, dealId } = useDeal();
  const { role } = useActionReader();
  const t = useMessages(approvalMessages);
  const sentenceOf = useRefusalSentence();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<string>();
  const answer = async (edit: DealEdit) => {
    setBusy(true);
    const said = await send(edit);
    setBusy(false);
    setError(said.status === "refused" ? sentenceOf(said.refusal) : undefined);
  };
  const { number, kind, asked, stood, note, by, at } = request;
  return (
    <ApprovalCard
      {...{ kind, asked, stood, note, at, busy, error }}
      by={by.firstName}
      mayAnswer={permissionFor("approval.granted").by.includes(role)}
      look={
        <ButtonLink size="small" to={`/desk/${dealId}?request=${number}`}>
          {t("look")}
        </ButtonLink>
      }
      onGrant={(granted, words) => void answer({ type: "approval.granted", number, granted, note: words })}
      onRefuse={(words) => void answer({ type: "approval.refused", number, note: words })}
    />
  );
}

const marks = {
  granted: <Check aria-hidden className="text-pos" />,
  refused: <X aria-hidden className="text-neg" />,
  superseded: <RefreshCw aria-hidden className="opacity-70" />,
};

function AnsweredRequest({ request: { kind, asked, status, answer } }: { request: Approval }) {
  const t = useMessages(approvalMessages);
  const locale = useLocale();
  const format = useFormat();
  if (status === "open") return null;
  const written = (figure: number | null | undefined) =>
    figure === null || figure === undefined ? "" : approvalFigure(kind, figure, locale);
  const values = {
    name: answer?.by.firstName ?? "",
    time: answer ? format.time(answer.at) : "",
    figure: written(answer?.granted),
  };
  const other = status === "granted" && answer?.granted !== asked ? (kind === "pencil" ? "pencil" : "other") : status;
  return (
    <div className="flex items-start gap-x-4">
      <span className="mt-0.5 shrink-0 [&_svg]:size-4">{marks[status]}</span>
      <p className="min-w-0">
        <span className="font-semibold">{t(`wanted.${kind}`, { figure: written(asked) })}</span>
        <span className="block text-13 opacity-80">{t(`answered.${other}`, values)}</span>
        {answer?.note ? <span className="block text-13">“{answer.note}”</span> : null}
      </p>
    </div>
  );
}
