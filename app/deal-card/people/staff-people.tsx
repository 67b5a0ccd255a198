import { useEffect } from "react";
import { ContributionTable } from "#app/deal-card/people/contribution-table";
import { peopleMessages } from "#app/deal-card/people/people-messages";
import { PanelSection } from "#app/deal-card/people/panel-section";
import { ScreensOfDeal } from "#app/deal-card/people/screens-of-deal";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import { useSend } from "#app/deal-card/use-send";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { Avatar } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SelectField } from "#app/ui/text-field";
import { staffSeatOf } from "#machines/deal/contribution-record";
import type { StaffRole } from "#machines/store/actor";

export interface Colleague {
  staffId: string;
  name: string;
  role: StaffRole;
}

const seated: readonly string[] = ["salesperson", "salesManager", "generalManager", "admin", "fniManager"];

/** The store's own seats, who did what, and the screens in the customer's hands. Nothing of it on a turned screen. */
export function StaffPeople() {
  const t = useMessages(peopleMessages);
  const { seesPlum } = useStaffSight();
  if (!seesPlum) return null;
  return (
    <>
      <PanelSection title={t("screens")}>
        <ScreensOfDeal />
      </PanelSection>
      <PanelSection title={t("staffTitle")}>
        <StaffSeats />
      </PanelSection>
      <PanelSection title={t("work")}>
        <ContributionTable />
      </PanelSection>
    </>
  );
}

function StaffSeats() {
  const t = useMessages(peopleMessages);
  const { view } = useDeal();
  const { salesperson, fniManager } = view.card.people;
  return (
    <div className="flex flex-col gap-4">
      <dl className="flex flex-col gap-2">
        {(
          [
            ["salesperson", salesperson],
            ["fniManager", fniManager],
          ] as const
        ).map(([seat, person]) => (
          <div key={seat} className="flex min-h-8 items-center justify-between gap-3">
            <dt className="text-ink-2">{t(seat)}</dt>
            <dd className="flex items-center gap-2">
              {person ? person.firstName : <span className="text-ink-3">{t("nobody")}</span>}
              {person ? <Avatar name={person.firstName} size={20} /> : null}
            </dd>
          </div>
        ))}
      </dl>
      <TakeOver />
      <GiveTo />
    </div>
  );
}

/** One's own seat, taken from whoever has it; they are told. */
function TakeOver() {
  const t = useMessages(peopleMessages);
  const { view, me } = useDeal();
  const { act, busy } = useSend();
  if (!me || !seated.includes(me.role)) return null;
  const seat = staffSeatOf({ role: me.role as StaffRole });
  const holder = seat === "salesManager" ? null : view.card.people[seat];
  // The projection keeps ids to staff, and this is one of their screens.
  const holderId = (holder as { staffId?: string } | null)?.staffId;
  if (seat === "salesManager" || holderId === me.staffId) return null;
  return (
    <div>
      <Button wide busy={busy} onClick={() => void act({ type: "staff.assignmentRequested", staffId: me.staffId })}>
        {holder ? t("takeOver", { name: holder.firstName }) : t("take")}
      </Button>
      {holder ? <p className="mt-1 text-12 text-ink-3">{t("takeOverNote", { name: holder.firstName })}</p> : null}
    </div>
  );
}

const gives: readonly string[] = ["salesManager", "generalManager", "admin"];

/** A manager gives the deal to somebody of the store. */
function GiveTo() {
  const t = useMessages(peopleMessages);
  const { dealId, me } = useDeal();
  const { data, load } = useJson<{ colleagues: Colleague[] }>();
  const { act, busy } = useSend();
  const mayGive = me !== null && gives.includes(me.role);
  useEffect(() => {
    if (mayGive) void load(`/deals/${dealId}/colleagues`);
  }, [dealId, load, mayGive]);
  if (!mayGive || !data) return null;
  return (
    <form
      className="flex items-end gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        const staffId = String(new FormData(event.currentTarget).get("staffId") ?? "");
        if (staffId) void act({ type: "staff.assignmentRequested", staffId });
      }}
    >
      <SelectField
        className="flex-1"
        label={t("give")}
        name="staffId"
        placeholder={t("giveTo")}
        defaultValue=""
        options={data.colleagues.map(({ staffId, name, role }) => ({
          value: staffId,
          label: `${name}, ${t(staffSeatOf({ role }))}`,
        }))}
      />
      <Button type="submit" busy={busy}>
        {t("giveAct")}
      </Button>
    </form>
  );
}
