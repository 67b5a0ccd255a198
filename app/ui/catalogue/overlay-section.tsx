import { Info } from "lucide-react";
import { useState } from "react";
import { BannerStack } from "#app/ui/banner";
import { Button } from "#app/ui/button";
import { CatalogueSection, Specimen } from "#app/ui/catalogue/catalogue-section";
import { BottomSheet, Drawer } from "#app/ui/drawer";
import { EmptyState } from "#app/ui/empty-state";
import { MoneyLine } from "#app/ui/money-line";
import { Popover } from "#app/ui/popover";
import { Sheet } from "#app/ui/sheet";
import { Skeleton, SkeletonText } from "#app/ui/skeleton";
import { TextField } from "#app/ui/text-field";
import { useToast } from "#app/ui/toast";
import { Tooltip } from "#app/ui/tooltip";

export function OverlaySection() {
  const [drawer, setDrawer] = useState(false);
  const [bottom, setBottom] = useState(false);
  const toast = useToast();
  return (
    <CatalogueSection title="Over and around">
      <div className="overflow-clip rounded-sheet border border-line">
        <BannerStack
          notices={[
            { key: "offline", kind: "offline", sentence: "You’re offline. 3 changes wait on this device." },
            {
              key: "moved",
              kind: "moved",
              sentence: "The numbers moved while you read. Nothing was signed.",
              action: <a href="#main">See what changed</a>,
            },
            {
              key: "refused",
              kind: "refused",
              sentence: "That allowance needs Ines first.",
              action: <a href="#main">Ask Ines</a>,
            },
          ]}
        />
      </div>
      <Specimen name="Open them">
        <Button onClick={() => setDrawer(true)}>Drawer</Button>
        <Button onClick={() => setBottom(true)}>Bottom sheet</Button>
        <Popover label="Share this deal" trigger={<Button>Share</Button>} align="start">
          <p className="mb-3 font-semibold">Same deal, same place</p>
          <TextField label="Link, good until Dec 4" readOnly defaultValue="https://lakeside.example/r/8f2k" />
        </Popover>
        <Tooltip text="How this is counted">
          <Button kind="quiet" icon aria-label="How this is counted">
            <Info aria-hidden strokeWidth={1.75} />
          </Button>
        </Tooltip>
        <Button onClick={() => toast({ text: "The trade was set aside.", onUndo: () => {} })}>Toast</Button>
      </Specimen>
      <div className="grid gap-4 sm:grid-cols-2">
        <Sheet padding="none">
          <EmptyState action={<Button>Ask for a payoff letter</Button>}>
            Documents stand here once the terms are agreed.
          </EmptyState>
        </Sheet>
        <Sheet className="flex flex-col gap-4">
          <Skeleton className="h-7 w-40" />
          <SkeletonText lines={4} />
        </Sheet>
      </div>
      <Drawer
        open={drawer}
        onOpenChange={setDrawer}
        title="Messages"
        footer={<TextField label="Message" hideLabel placeholder="Message Maya" />}
      >
        <p className="p-4 text-ink-2">The card stays live under it.</p>
      </Drawer>
      <BottomSheet
        open={bottom}
        onOpenChange={setBottom}
        title="Your payment"
        footer={
          <Button kind="primary" size="large" wide>
            Check my real rate
          </Button>
        }
      >
        <MoneyLine label="Out-the-door total" amount={3933625} kind="result" />
        <MoneyLine label="Trade-in equity" amount={-532000} />
      </BottomSheet>
    </CatalogueSection>
  );
}
