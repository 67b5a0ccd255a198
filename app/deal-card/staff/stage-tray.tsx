import type { StageName } from "#machines/stages/stage";
import { StaffTray } from "#app/ui/staff-block";
import { AppraisalBlock } from "#app/deal-card/staff/appraisal-block";
import { GrossBlock } from "#app/deal-card/staff/gross-block";
import { NotesBlock } from "#app/deal-card/staff/notes-block";
import { OfferBlock } from "#app/deal-card/staff/offer-block";
import { PriceBlock } from "#app/deal-card/staff/price-block";
import { RateBlock } from "#app/deal-card/staff/rate-block";

/** Third plum place: under the centre, what the open stage is to the store. Loaded for staff alone. */
export function StageTray({ stage }: { stage: StageName }) {
  return (
    <StaffTray className="shrink-0 lg:max-h-[46%] lg:overflow-y-auto">
      <GrossBlock />
      {stage === "vehicle" ? <PriceBlock /> : null}
      {stage === "trade" ? <AppraisalBlock /> : null}
      {stage === "trade" ? <OfferBlock /> : null}
      {stage === "finance" ? <RateBlock /> : null}
      {stage === "trade" ? null : <NotesBlock />}
    </StaffTray>
  );
}
