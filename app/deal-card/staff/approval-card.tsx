import { Hourglass } from "lucide-react";
import { type FormEvent, type ReactNode, useState } from "react";
import { approvalFigure } from "#app/deal-card/approval-figure";
import { approvalMessages } from "#app/deal-card/staff/approval-messages";
import { FigureField } from "#app/deal-card/staff/figure-field";
import { rateReasonMessages } from "#app/deal-card/staff/rate-reason-messages";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useLocale, useMessages } from "#app/ui/messages";
import { Popover } from "#app/ui/popover";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { ApprovalKind } from "#machines/deal/approval";
import type { RateReason } from "#machines/stages/finance";

export interface ApprovalCardProps {
  kind: ApprovalKind;
  asked: number | null;
  stood: number | null;
  note: string;
  reason?: RateReason;
  by: string | null;
  at: string;
  /** Whose deal it is; left out on the deal itself. */
  about?: ReactNode;
  /** Where its numbers are looked at, for a request that is answered by proposing some. */
  look?: ReactNode;
  mayAnswer: boolean;
  busy: boolean;
  error?: ReactNode;
  onGrant: (granted: number, note: string) => void;
  onRefuse: (note: string) => void;
  className?: string;
}

/** A request that waits: what is wanted against what stands, who asks, and the answer in one tap. */
export function ApprovalCard(props: ApprovalCardProps) {
  const {
    kind,
    asked,
    stood,
    note,
    reason,
    by,
    at,
    about,
    look,
    mayAnswer,
    busy,
    error,
    onGrant,
    onRefuse,
    className,
  } = props;
  const t = useMessages(approvalMessages);
  const why = useMessages(rateReasonMessages);
  const locale = useLocale();
  const format = useFormat();
  const figure = (value: number | null) => (value === null ? "" : approvalFigure(kind, value, locale));
  return (
    <div className={cx("flex min-w-0 flex-wrap items-start gap-x-4 gap-y-2", className)}>
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-warn-mark" strokeWidth={1.75} />
      <p className="min-w-40 flex-1">
        <span className="font-semibold">{t(`wanted.${kind}`, { figure: figure(asked) })}</span>
        {stood === null || kind === "pencil" ? null : (
          <span className="figures ml-2 text-13 opacity-80">{t(`from.${kind}`, { figure: figure(stood) })}</span>
        )}
        <span className="block text-13 opacity-80">
          {about}
          {t("by", { name: by ?? "", time: format.time(at) })}
        </span>
        {reason ? <span className="block text-13">{why(`reason.${reason}`)}</span> : null}
        {note ? <span className="block text-13">“{note}”</span> : null}
        {error ? (
          <span role="alert" className="block text-13 text-neg">
            {error}
          </span>
        ) : null}
      </p>
      {mayAnswer ? (
        <span className="flex flex-wrap items-center gap-2">
          {kind === "pencil" || asked === null ? (
            look
          ) : (
            <>
              <Button size="small" busy={busy} onClick={() => onGrant(asked, "")}>
                {t("approve")}
              </Button>
              <CounterPopover {...props} asked={asked} />
            </>
          )}
          <Button size="small" kind="quiet" busy={busy} onClick={() => onRefuse("")}>
            {t("refuse")}
          </Button>
        </span>
      ) : null}
    </div>
  );
}

/** Another figure than was asked for, or a word with either answer. */
function CounterPopover({ kind, asked, by, busy, onGrant, onRefuse }: ApprovalCardProps & { asked: number }) {
  const t = useMessages(approvalMessages);
  const [open, setOpen] = useState(false);
  const [figure, setFigure] = useState(asked);
  const [note, setNote] = useState("");
  const answer = (act: () => void) => {
    act();
    setOpen(false);
  };
  const grant = (event: FormEvent) => {
    event.preventDefault();
    answer(() => onGrant(figure, note.trim()));
  };
  return (
    <Popover
      label={t("counterTitle")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" kind="quiet">
          {t("counter")}
        </Button>
      }
    >
      <form onSubmit={grant} className="flex flex-col gap-3">
        <FigureField kind={kind} label={t("figure")} value={figure} onChange={setFigure} />
        <TextField
          label={t("note", { name: by ?? "" })}
          value={note}
          maxLength={300}
          autoComplete="off"
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <div className="flex gap-2">
          <Button type="submit" kind="primary" busy={busy}>
            {figure === asked ? t("approve") : t("approveOther")}
          </Button>
          <Button busy={busy} onClick={() => answer(() => onRefuse(note.trim()))}>
            {t("refuse")}
          </Button>
        </div>
      </form>
    </Popover>
  );
}
