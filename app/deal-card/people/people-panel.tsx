import { useCardPanel } from "#app/deal-card/card-panels";
import { CoBuyerDetails } from "#app/deal-card/people/co-buyer-details";
import { InviteForm } from "#app/deal-card/people/invite-form";
import { PanelSection } from "#app/deal-card/people/panel-section";
import { peopleMessages } from "#app/deal-card/people/people-messages";
import { SeatList } from "#app/deal-card/people/seat-list";
import { StaffPeople } from "#app/deal-card/people/staff-people";
import { useDeal } from "#app/deal-card/use-deal";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";

/** Everybody at the table and what each of them may do; for staff also the seats of the store and its screens. */
export function PeoplePanel() {
  const t = useMessages(peopleMessages);
  const { panel, openPanel } = useCardPanel();
  const { isStaff, place } = useDeal();
  const mayInvite = isStaff || place.kind === "buyer" || place.kind === "screen";
  return (
    <Drawer
      open={panel === "people"}
      onOpenChange={(next) => openPanel(next ? "people" : null)}
      title={t("title")}
      className="max-w-110!"
    >
      <PanelSection title={t("atDeal")}>
        <SeatList />
      </PanelSection>
      <CoBuyerDetails />
      {isStaff ? <StaffPeople /> : null}
      {mayInvite ? (
        <PanelSection title={t("invite")}>
          <InviteForm />
        </PanelSection>
      ) : null}
    </Drawer>
  );
}
