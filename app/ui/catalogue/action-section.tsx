import { ArrowLeftRight, MessageSquare, Palette, QrCode, Target } from "lucide-react";
import { useState } from "react";
import { Avatar, LiveDot } from "#app/ui/avatar";
import { BrandMark } from "#app/ui/brand";
import { Button, ButtonLink } from "#app/ui/button";
import { CatalogueSection, Specimen } from "#app/ui/catalogue/catalogue-section";
import { ApprovalChip, Chip, CountBadge, DemoChip, EstimateChip, OfferChip } from "#app/ui/chip";
import { KeyHint } from "#app/ui/key-hint";
import { FilterTabs } from "#app/ui/filter-tabs";
import { Pill } from "#app/ui/pill";
import { ProgressBar } from "#app/ui/progress-bar";
import { RangeTrack } from "#app/ui/range-track";
import { SignerBox } from "#app/ui/signer-box";
import { StageGlyph, type GlyphStatus } from "#app/ui/stage-glyph";

const statuses: GlyphStatus[] = ["notStarted", "inProgress", "complete", "skipped", "deferred", "recheck", "locked"];

export function ActionSection() {
  return (
    <CatalogueSection title="Acts, words and people">
      <Buttons />
      <Specimen name="Chips: three words, three shapes">
        <EstimateChip />
        <OfferChip />
        <ApprovalChip lender="Harbor Credit Union" />
        <DemoChip />
        <Chip kind="neutral">Used, 31,480 mi</Chip>
        <Chip kind="accent" icon={ArrowLeftRight}>
          Your turn
        </Chip>
        <Chip kind="positive">6 of 10 clear</Chip>
        <Chip kind="warning">1 warning</Chip>
        <Chip kind="negative">3 to fix</Chip>
        <CountBadge count={1} />
      </Specimen>
      <Specimen name="Stage glyphs, 20 and 12">
        {statuses.map((status) => (
          <StageGlyph key={status} status={status} />
        ))}
        <span className="flex gap-1.5">
          {statuses.map((status) => (
            <StageGlyph key={status} status={status} size={12} />
          ))}
        </span>
      </Specimen>
      <Specimen name="People, keys, mark">
        <Avatar name="Maya Okonjo" who={1} online />
        <Avatar name="Theo Lindqvist" who={2} />
        <Avatar name="Walt Emberly" who={3} size={32} />
        <Avatar name="Ines Calloway" size={20} />
        <LiveDot />
        <LiveDot live={false} />
        <KeyHint>j</KeyHint>
        <KeyHint>k</KeyHint>
        <BrandMark />
      </Specimen>
      <Specimen name="Filters, pills, signers">
        <FilterTabs
          label="Queue"
          tabs={[
            { to: "?in=all", name: "All", count: 13, current: true },
            { to: "?in=store", name: "In store", count: 4, current: false },
            { to: "?in=online", name: "Online", count: 6, current: false },
          ]}
        />
        <Pill icon={Palette}>Illustration, demo stock</Pill>
        <Pill onClick={() => {}}>1 of 24</Pill>
        <SignerBox name="Nadia Brightwater" signed label="Nadia Brightwater, signed 1:52 PM" />
        <SignerBox name="Otto Brightwater" signed={false} label="Otto Brightwater, not signed" />
      </Specimen>
      <div className="grid max-w-180 gap-6 sm:grid-cols-2">
        <RangeTrack
          low={1310000}
          high={1510000}
          mark={1450000}
          lowLabel="$13,100"
          highLabel="$15,100"
          markLabel="yours"
          label="$14,500, between $13,100 and $15,100"
        />
        <div className="flex flex-col gap-6">
          <ProgressBar parts={[0.17, 0.24]} label="58 minutes saved of 2 h 20 min" />
          <ProgressBar parts={[0.92]} threshold={0.85} tone="positive" label="92 of 100, 85 to publish" />
        </div>
      </div>
    </CatalogueSection>
  );
}

function Buttons() {
  const [busy, setBusy] = useState(false);
  return (
    <>
      <Specimen name="Buttons 30, 36, 48">
        <Button kind="outline" size="small">
          Ask Nadia
        </Button>
        <Button kind="primary" size="small">
          Change products
        </Button>
        <Button>
          <MessageSquare aria-hidden strokeWidth={1.75} />
          Messages
          <CountBadge count={1} />
        </Button>
        <Button>
          <QrCode aria-hidden strokeWidth={1.75} />
          Share
        </Button>
        <Button kind="quiet">
          <Target aria-hidden strokeWidth={1.75} />
          Work back from a payment
        </Button>
        <Button kind="word">Decide later</Button>
        <ButtonLink to="/dev/components" kind="outline">
          A place to go
        </ButtonLink>
      </Specimen>
      <div className="grid max-w-180 gap-4 sm:grid-cols-2">
        <Button kind="primary" size="large" wide busy={busy} onClick={() => setBusy(!busy)}>
          Check my real rate
        </Button>
        <Button kind="primary" size="large" wide busy>
          Accept $14,500
        </Button>
        <Button kind="primary" size="large" wide locked="Opens when the 3 red lines are clear.">
          Freeze and generate
        </Button>
        <Button size="large" wide>
          Counter
        </Button>
      </div>
    </>
  );
}
