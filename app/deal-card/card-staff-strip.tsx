import { ArrowLeftRight, MonitorX } from "lucide-react";
import { barMessages } from "#app/deal-card/bar-messages";
import { cardMessages } from "#app/deal-card/card-messages";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { LiveDot } from "#app/ui/avatar";
import { lazyPart } from "#app/ui/lazy-part";
import { useMessages } from "#app/ui/messages";
import { StaffStrip, StaffStripItem } from "#app/ui/staff-block";
import { nextStep } from "#machines/deal/deal-progress";

// What waits for a manager, and the way to the desk: loaded for staff alone.
const StripItems = lazyPart("strip-items", async () => (await import("#app/deal-card/staff/strip-items")).StripItems);
const StripLinks = lazyPart("strip-links", async () => (await import("#app/deal-card/staff/strip-items")).StripLinks);

/** First of the three plum places: is the customer here, who has the next move, and the way to turn the screen. */
export function CardStaffStrip() {
  const { seesPlum, turnScreen } = useStaffSight();
  const { view } = useDeal();
  const t = useMessages(cardMessages);
  const bar = useMessages(barMessages);
  if (!seesPlum) return null;
  const name = view.card.people.customer.firstName || t("people.customer");
  const { turn } = nextStep(view);
  return (
    <section aria-label={bar("strip.title")}>
      <StaffStrip
        title={bar("strip.title")}
        actions={
          <>
            <StripLinks />
            <Button kind="staff" size="small" onClick={() => turnScreen(true)}>
              <MonitorX aria-hidden strokeWidth={1.75} />
              <span className="max-sm:sr-only">{bar("strip.turn")}</span>
            </Button>
          </>
        }
      >
        <CustomerOnline name={name} />
        <StripItems />
        <StaffStripItem
          icon={<ArrowLeftRight aria-hidden strokeWidth={1.75} />}
          fact={turn === "nobody" ? bar("strip.nobodyTurn") : bar(`strip.${turn}Turn`, { name })}
        />
      </StaffStrip>
    </section>
  );
}

function CustomerOnline({ name }: { name: string }) {
  const { people } = useDeal();
  const t = useMessages(cardMessages);
  const bar = useMessages(barMessages);
  const customer = people.find((person) => person.role === "customer");
  if (!customer) return <StaffStripItem icon={<LiveDot live={false} />} fact={bar("strip.offline", { name })} />;
  const stageName = customer.stage ? t(`stage.${customer.stage}`) : "";
  return (
    <StaffStripItem icon={<LiveDot />} fact={bar("strip.online", { name })}>
      {bar("strip.on", { device: customer.device, stage: customer.stage ?? "none", stageName })}
    </StaffStripItem>
  );
}
