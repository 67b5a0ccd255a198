import type { ReactNode } from "react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextAreaField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { openItems } from "#machines/jacket/finalize-checklist";
import { ActForm } from "./act-form";
import type { DeskActName } from "./desk-act";
import type { FinanceDealData } from "./desk-data";
import { FIRST_RED_LINE } from "./finalize-checklist-sheet";
import { contractMessages } from "./contract-messages";

/** The foot of the jacket: freeze, then sign, then hand over; and the way back with a reason. */
export function FreezePanel({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(contractMessages);
  return (
    <div className="shrink-0 border-t border-line p-4 pb-safe">
      {deal.life === "open" ? <FreezeForm deal={deal} /> : null}
      {deal.life === "contracting" || deal.life === "contracted" ? <ContractingSteps deal={deal} /> : null}
      {deal.life === "delivered" ? <p className="text-center text-13 text-ink-3">{t("freeze.delivered")}</p> : null}
      {deal.life === "lost" ? <p className="text-center text-13 text-ink-3">{t("freeze.lost")}</p> : null}
    </div>
  );
}

function FreezeForm({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(contractMessages);
  const open = openItems(deal.checklist).length;
  const locked =
    open > 0 ? (
      <>
        {t("freeze.locked", { count: open })}{" "}
        <a href={`#${FIRST_RED_LINE}`} className="link">
          {t("freeze.first")}
        </a>
      </>
    ) : deal.may.freeze ? null : (
      t("freeze.notYours")
    );
  return (
    <StepForm deal={deal} act="freeze" label={t("freeze.act")} note={t("freeze.note")} locked={locked} namesRevision />
  );
}

function ContractingSteps({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(contractMessages);
  const format = useFormat();
  const { frozen, life, may } = deal;
  const revision = String(frozen.revision ?? "");
  const time = frozen.at ? format.dateTime(frozen.at) : "";
  return (
    <>
      <div className="mb-3">
        <p className="font-semibold">{t("freeze.contracting", { revision })}</p>
        <p className="text-12 text-ink-3">{t("freeze.by", { name: frozen.by ?? "", time })}</p>
      </div>
      {life === "contracting" ? (
        <StepForm
          deal={deal}
          act="contract"
          label={t("freeze.contract")}
          note={t("freeze.contractNote", { revision })}
          locked={may.contract ? null : t("freeze.contractNotYours")}
          namesRevision
        />
      ) : (
        <StepForm
          deal={deal}
          act="deliver"
          label={t("freeze.deliver")}
          note={t("freeze.deliverNote")}
          locked={may.deliver ? null : t("freeze.deliverNotYours")}
        />
      )}
      {may.reopen ? <ReopenForm deal={deal} revision={revision} /> : null}
    </>
  );
}

interface StepFormProps {
  deal: FinanceDealData;
  act: DeskActName;
  label: string;
  note: string;
  /** Why it cannot be done now. */
  locked: ReactNode;
  /** The act is about the figures on this page: it names their revision and is refused when they have moved. */
  namesRevision?: boolean;
}

function StepForm({ deal, act, label, note, locked, namesRevision = false }: StepFormProps) {
  return (
    <ActForm act={act} dealId={deal.dealId} values={namesRevision ? { seenRevision: deal.revision } : {}}>
      {({ busy }) => (
        <>
          <Button type="submit" kind="primary" size="large" wide busy={busy} locked={locked}>
            {label}
          </Button>
          {locked ? null : <p className="mt-2 text-center text-12 text-balance text-ink-3">{note}</p>}
        </>
      )}
    </ActForm>
  );
}

function ReopenForm({ deal, revision }: { deal: FinanceDealData; revision: string }) {
  const t = useMessages(contractMessages);
  return (
    <details className="mt-3">
      <summary className="flex h-9 list-none items-center justify-center rounded-cell font-medium text-accent-600 hover:bg-accent-50 touch:h-11">
        {t("freeze.reopen")}
      </summary>
      <ActForm act="reopen" dealId={deal.dealId} className="pt-2">
        {({ busy, errorFor }) => (
          <div className="flex flex-col gap-3">
            <TextAreaField
              name="reason"
              label={t("freeze.reopenReason")}
              hint={t("freeze.reopenHint", { revision })}
              error={errorFor("reason")}
              rows={2}
              maxLength={1000}
              required
            />
            <Button type="submit" wide busy={busy}>
              {t("freeze.reopenAct")}
            </Button>
          </div>
        )}
      </ActForm>
    </details>
  );
}
