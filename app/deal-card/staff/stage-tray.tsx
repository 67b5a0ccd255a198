import type { StageName } from "#machines/stages/stage";
import { StaffTray } from "#app/ui/staff-block";
import { AppraisalBlock } from "#app/deal-card/staff/appraisal-block";
import { ApprovalsBlock } from "#app/deal-card/staff/approvals-block";
import { DepositBlock } from "#app/deal-card/staff/deposit-block";
import { GrossBlock } from "#app/deal-card/staff/gross-block";
import { NotesBlock } from "#app/deal-card/staff/notes-block";
import { OfferBlock } from "#app/deal-card/staff/offer-block";
import { PayLinkBlock } from "#app/deal-card/staff/pay-link-block";
import { PriceBlock } from "#app/deal-card/staff/price-block";
import { RateBlock } from "#app/deal-card/staff/rate-block";
import { TillBlock } from "#app/deal-card/staff/till-block";
import { VerificationBlock } from "#app/deal-card/staff/verification-block";

/** Third plum place: under the centre, what the open stage is to the store. Loaded for staff alone. */
export function StageTray({ stage }: { stage: StageName }) {
  return (
    <StaffTray className="shrink-0 max-sm:mt-3 max-sm:rounded-sheet max-sm:border xl:max-h-[46%] xl:overflow-y-auto">
      <div className="@container">
        <div className="grid gap-px bg-staff-200 @xl:auto-cols-fr @xl:grid-flow-col">
          {stage === "trade" ? (
            <div className="bg-staff-50">
              <AppraisalBlock />
              <VerificationBlock />
              <GrossBlock />
            </div>
          ) : stage === "deposit" ? null : (
            <GrossBlock />
          )}
          {stage === "vehicle" || stage === "finance" ? (
            <div className="bg-staff-50">
              {stage === "vehicle" ? <PriceBlock /> : <RateBlock />}
              <ApprovalsBlock />
            </div>
          ) : null}
          {stage === "deposit" ? (
            <>
              <div className="bg-staff-50">
                <TillBlock />
                <NotesBlock />
              </div>
              <div className="bg-staff-50">
                <PayLinkBlock />
                <DepositBlock />
              </div>
            </>
          ) : null}
          {stage === "trade" ? <OfferBlock /> : null}
          {stage === "trade" || stage === "deposit" ? null : <NotesBlock />}
        </div>
      </div>
    </StaffTray>
  );
}
