import { type FormEvent, useState } from "react";
import { worksheetMessages } from "#app/desk/worksheet/worksheet-messages";
import { StandingDeal, useDeskDraft } from "#app/desk/worksheet/desk-draft";
import { TermsDifference } from "#app/deal-card/finance/terms-difference";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SelectField, TextAreaField } from "#app/ui/text-field";
import type { Approval } from "#machines/deal/approval";
import type { DealEdit } from "#machines/deal/deal-events";
import { staffFigures } from "#machines/deal/deal-view";

const HOURS_PER_DAY = 24;
/** How long a proposal may be good: an afternoon, a night, a weekend, a week. */
const validHours = [4, 24, 72, 168] as const;

/** Sends the terms on the screen to the customer as a numbered proposal, or asks the desk to make one. */
export function ProposePanel({ request, onSent }: { request: Approval | null; onSent: () => void }) {
  const t = useMessages(worksheetMessages);
  const [open, setOpen] = useState<"propose" | "ask" | null>(request ? "propose" : null);
  const { me } = useDeal();
  return (
    <div className="flex flex-col gap-3">
      {open === null ? (
        <div className="flex flex-wrap gap-2">
          <Button kind="primary" onClick={() => setOpen("propose")}>
            {t("pencils.propose")}
          </Button>
          {me?.role === "salesperson" ? <Button onClick={() => setOpen("ask")}>{t("pencils.ask")}</Button> : null}
        </div>
      ) : (
        <ProposalForm
          kind={open}
          request={request}
          onDone={() => {
            setOpen(null);
            onSent();
          }}
          onCancel={() => setOpen(null)}
        />
      )}
    </div>
  );
}

interface ProposalFormProps {
  kind: "propose" | "ask";
  request: Approval | null;
  onDone: () => void;
  onCancel: () => void;
}

function ProposalForm({ kind, request, onDone, onCancel }: ProposalFormProps) {
  const t = useMessages(worksheetMessages);
  const { send } = useDeal();
  const { terms, differs, rateReason } = useDeskDraft();
  const [busy, setBusy] = useState(false);
  const [hours, setHours] = useState<number>(validHours[1]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "").trim();
    const edit: DealEdit =
      kind === "ask"
        ? { type: "approval.requested", kind: "pencil", asked: null, terms: differs ? terms : null, note }
        : {
            type: "pencil.proposalRequested",
            terms,
            note,
            validHours: hours,
            answers: request?.number ?? null,
            ...(terms.contractRate !== null && rateReason && { rateReason }),
          };
    setBusy(true);
    const answer = await send(edit);
    setBusy(false);
    if (answer.status === "applied" || answer.status === "repeated") onDone();
  };
  return (
    <form onSubmit={(event) => void submit(event)} className="flex flex-col gap-3">
      {kind === "propose" ? (
        <StandingDeal>
          <TermsDifference to={terms} className="text-13" />
        </StandingDeal>
      ) : null}
      {kind === "propose" && request ? (
        <p className="text-13 text-ink-2">{t("pencils.answers", { name: request.by.firstName ?? "" })}</p>
      ) : null}
      <TextAreaField
        name="note"
        label={kind === "ask" ? t("pencils.askNote") : t("pencils.note")}
        rows={2}
        maxLength={500}
        required={kind === "ask" && !differs}
      />
      {kind === "propose" ? (
        <SelectField
          label={t("pencils.valid")}
          value={String(hours)}
          onChange={(event) => setHours(Number(event.currentTarget.value))}
          options={validHours.map((valid) => ({
            value: String(valid),
            label:
              valid < HOURS_PER_DAY
                ? t("pencils.hours", { hours: valid })
                : t("pencils.days", { days: valid / HOURS_PER_DAY }),
          }))}
        />
      ) : null}
      <div className="flex gap-2">
        <Button type="submit" kind="primary" busy={busy}>
          {kind === "ask" ? t("pencils.sendAsk") : t("pencils.send")}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t("pencils.cancel")}
        </Button>
      </div>
    </form>
  );
}

/** The open request that the address names, if it still waits. */
export function useAnsweredRequest(number: number | null): Approval | null {
  const { view } = useDeal();
  const list = (staffFigures(view).approvals ?? []) as Approval[];
  return list.find((one) => one.number === number && one.status === "open" && one.kind === "pencil") ?? null;
}
