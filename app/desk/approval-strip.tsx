import { Link, useFetcher } from "@remix-run/react";
import { useMemo } from "react";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { ApprovalCard } from "#app/deal-card/staff/approval-card";
import { approvalMessages } from "#app/deal-card/staff/approval-messages";
import type { OpenRequest } from "#app/deals/open-request";
import type { DeskRow } from "#app/realtime/protocol";
import { ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { StaffLock } from "#app/ui/staff-block";
import { permissionFor } from "#machines/deal/deal-permissions";
import type { DeskActAnswer } from "./desk-act-answer";
import { useDeskPage } from "./desk-context";
import { deskMessages } from "./desk-messages";

/** Every request of the store that waits for a manager's word, the longest wait first: one tap each. */
export function ApprovalStrip({ rows }: { rows: readonly DeskRow[] }) {
  const t = useMessages(approvalMessages);
  const { reader } = useDeskPage();
  const waiting = useMemo(
    () =>
      rows
        .flatMap((row) => (row.requests ?? []).map((request) => ({ row, request })))
        .toSorted((one, other) => (one.request.at < other.request.at ? -1 : 1)),
    [rows],
  );
  if (!permissionFor("approval.granted").by.includes(reader.role)) return null;
  return (
    <section
      aria-label={t("title")}
      aria-live="polite"
      className="border-b border-staff-200 bg-staff-50 text-staff-ink empty:hidden"
    >
      {waiting.length === 0 ? null : (
        <>
          <h2 className="flex items-center gap-2 px-4 pt-2.5 text-12 font-semibold text-staff-600">
            <StaffLock />
            {t("title")}
            <span className="font-medium">{t("waiting", { count: waiting.length })}</span>
          </h2>
          <ul className="max-h-56 divide-y divide-staff-200 overflow-y-auto">
            {waiting.map(({ row, request }) => (
              <li key={`${row.dealId} ${request.number}`} className="px-4 py-2.5">
                <WaitingRequest row={row} request={request} />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

function WaitingRequest({ row, request }: { row: DeskRow; request: OpenRequest }) {
  const t = useMessages(approvalMessages);
  const desk = useMessages(deskMessages);
  const { action, editSeed } = useDeskPage();
  const sentenceOf = useRefusalSentence();
  const fetcher = useFetcher<DeskActAnswer>();
  const said = fetcher.data?.answer;
  const answer = (values: Record<string, string>) =>
    fetcher.submit(
      { dealId: row.dealId, editSeed, number: String(request.number), ...values },
      { method: "post", action },
    );
  const lookAt = `/desk/${row.dealId}?request=${request.number}`;
  return (
    <ApprovalCard
      {...request}
      mayAnswer
      busy={fetcher.state !== "idle"}
      error={
        fetcher.state === "idle" && said?.status === "refused"
          ? sentenceOf(said.refusal)
          : said?.status === "again"
            ? desk("answer.again")
            : undefined
      }
      about={
        <Link to={`/desk/${row.dealId}`} className="link mr-2">
          {[row.customerName || desk("unnamed"), row.vehicleName].filter(Boolean).join(", ")}
        </Link>
      }
      look={
        <ButtonLink size="small" to={lookAt}>
          {t("look")}
        </ButtonLink>
      }
      onGrant={(granted, note) => answer({ act: "grantApproval", granted: String(granted), note })}
      onRefuse={(note) => answer({ act: "refuseApproval", note })}
    />
  );
}
