import { Check, CircleX, Lock, Store, TriangleAlert } from "lucide-react";
import { Button } from "#app/ui/button";
import { CatalogueSection } from "#app/ui/catalogue/catalogue-section";
import { Chip } from "#app/ui/chip";
import { PassedChecks, RedLine } from "#app/ui/red-line";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { StageGlyph, type GlyphStatus } from "#app/ui/stage-glyph";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";

const queue: { wait: string; name: string; car: string; map: GlyphStatus[]; chosen?: boolean }[] = [
  {
    wait: "24:18",
    name: "Brightwater",
    car: "Aria",
    map: ["complete", "complete", "complete", "complete", "inProgress", "notStarted"],
    chosen: true,
  },
  {
    wait: "11:42",
    name: "Quill",
    car: "Ridge 4×4",
    map: ["complete", "skipped", "complete", "complete", "notStarted", "notStarted"],
  },
  {
    wait: "2:31",
    name: "Okafor-Lind",
    car: "Tessa",
    map: ["complete", "recheck", "complete", "inProgress", "notStarted", "notStarted"],
  },
];

export function DeskSection() {
  return (
    <CatalogueSection title="Desk" note="40 px rows, the longest wait first, words beside every colour.">
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Sheet padding="none" className="overflow-clip">
          <SheetHead
            level={3}
            title="Finalize checklist"
            aside={
              <>
                <Chip kind="negative">3 to fix</Chip>
                <Chip kind="positive">6 of 10 clear</Chip>
              </>
            }
            className="border-b border-line px-4 py-3"
          />
          <ul>
            <RedLine
              title="Approval does not cover the products"
              why="Harbor allows $3,000 of products. This contract has $3,400."
              fix={
                <Button kind="primary" size="small">
                  Change products
                </Button>
              }
            />
            <RedLine
              title="GAP has no answer"
              why="Each product must be accepted or declined. Nadia read it twice."
              fix={<Button size="small">Ask Nadia</Button>}
            />
          </ul>
          <PassedChecks
            checks={[
              "Both buyers’ identity verified",
              "Payment method settled: finance",
              "Vehicle here, recalls checked today",
              "$500 deposit reconciled",
            ]}
          />
        </Sheet>
        <Sheet padding="none" className="overflow-clip">
          <SheetHead
            level={3}
            title="Contract against approval"
            hint="Harbor Credit Union, decision of Nov 23"
            className="border-b border-line px-4 py-3"
          />
          <ApprovalTable />
        </Sheet>
        <Sheet padding="none" className="overflow-clip">
          <Table
            caption="Waiting for finance"
            head={
              <>
                <HeadCell number>Wait</HeadCell>
                <HeadCell>Deal</HeadCell>
                <HeadCell>Stages</HeadCell>
                <HeadCell>Where</HeadCell>
              </>
            }
          >
            {queue.map((deal) => (
              <TableRow key={deal.name} chosen={deal.chosen}>
                <Cell number className={deal.chosen ? "font-semibold! text-neg" : ""}>
                  {deal.wait}
                </Cell>
                <Cell head>
                  <span className="font-semibold">{deal.name}</span> <span className="text-ink-3">{deal.car}</span>
                </Cell>
                <Cell>
                  <span className="flex gap-1.25">
                    {deal.map.map((status, index) => (
                      <StageGlyph key={index} status={status} size={12} />
                    ))}
                  </span>
                </Cell>
                <Cell>
                  <Store aria-label="in store" className="size-4 text-ink-3" strokeWidth={1.75} />
                </Cell>
              </TableRow>
            ))}
          </Table>
        </Sheet>
      </div>
    </CatalogueSection>
  );
}

function ApprovalTable() {
  return (
    <Table
      caption="Contract against approval"
      head={
        <>
          <HeadCell>Term of the deal</HeadCell>
          <HeadCell number>Approved</HeadCell>
          <HeadCell number>Contract</HeadCell>
          <HeadCell>Check</HeadCell>
        </>
      }
    >
      <TableRow tone="fails">
        <Cell head>Products in the contract</Cell>
        <Cell number>up to $3,000.00</Cell>
        <Cell number>$3,400.00</Cell>
        <Cell className="whitespace-nowrap">
          <CircleX aria-hidden className="mr-1.5 inline size-4" strokeWidth={1.75} />
          $400.00 over
        </Cell>
      </TableRow>
      <TableRow tone="warns">
        <Cell head>Second buyer’s name</Cell>
        <Cell number>Otto J. Brightwater</Cell>
        <Cell number>Otto Brightwater</Cell>
        <Cell className="whitespace-nowrap">
          <TriangleAlert aria-hidden className="mr-1.5 inline size-4" strokeWidth={1.75} />
          initial missing
        </Cell>
      </TableRow>
      <TableRow>
        <Cell head className="text-ink-2">
          Amount financed
        </Cell>
        <Cell number>up to $28,500.00</Cell>
        <Cell number>$27,412.60</Cell>
        <Cell className="text-pos">
          <Check aria-hidden className="mr-1.5 inline size-4" strokeWidth={1.75} />
          within
        </Cell>
      </TableRow>
      <TableRow tone="staff">
        <Cell head className="text-staff-600">
          <Lock aria-hidden className="mr-1.5 inline size-3.5" strokeWidth={1.75} />
          Contract rate over buy rate
        </Cell>
        <Cell number>5.74 % + 2.00</Cell>
        <Cell number>6.49 %</Cell>
        <Cell className="text-pos">
          <Check aria-hidden className="mr-1.5 inline size-4" strokeWidth={1.75} />
          within
        </Cell>
      </TableRow>
    </Table>
  );
}
