import { Flame, Hourglass, MonitorOff } from "lucide-react";
import { LiveDot } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { CatalogueSection } from "#app/ui/catalogue/catalogue-section";
import { Money } from "#app/ui/money";
import { Sheet } from "#app/ui/sheet";
import { StaffBlock, StaffLine, StaffStrip, StaffStripItem, StaffTray } from "#app/ui/staff-block";

export function StaffSection() {
  return (
    <CatalogueSection title="Staff only" note="Plum, a lock and a hatched edge, in three places and nowhere else.">
      <div className="overflow-clip rounded-sheet">
        <StaffStrip
          title="Staff view"
          actions={
            <Button kind="staff" size="small">
              <MonitorOff aria-hidden strokeWidth={1.75} />
              Turn the screen
            </Button>
          }
        >
          <StaffStripItem icon={<LiveDot />} fact="Theo is online">
            on a desktop, looking at Finance
          </StaffStripItem>
          <StaffStripItem icon={<Flame aria-hidden strokeWidth={1.75} />} fact="Hot">
            4th visit this week
          </StaffStripItem>
          <StaffStripItem icon={<Hourglass aria-hidden strokeWidth={1.75} />} fact="1 approval">
            with Ines, 1:48
          </StaffStripItem>
        </StaffStrip>
      </div>
      <Sheet padding="none" className="overflow-clip">
        <p className="p-6 text-ink-2">The centre of the card ends here; the tray stands under it.</p>
        <StaffTray>
          <StaffBlock title="Gross">
            <StaffLine label="Price over cost">
              <Money amount={151500} cents="never" />
            </StaffLine>
            <StaffLine label="Pack">
              <Money amount={-30000} cents="never" />
            </StaffLine>
            <StaffLine label="Over-allowance">
              <Money amount={-60000} cents="never" />
            </StaffLine>
            <StaffLine label="Front gross" sum>
              <Money amount={61500} cents="never" />
            </StaffLine>
          </StaffBlock>
          <StaffBlock title="Approvals" aside="1 waiting">
            <p className="font-semibold">Price to $36,695</p>
            <p className="text-13">Ines has it, 1 min 48 s. Front gross would be $315.</p>
          </StaffBlock>
          <StaffBlock title="Whisper" aside="Theo never sees this">
            <p>His credit union quoted 560. Work the down, not the term.</p>
            <p className="text-12 text-staff-600">Ines, 2:11 PM</p>
          </StaffBlock>
        </StaffTray>
      </Sheet>
    </CatalogueSection>
  );
}
