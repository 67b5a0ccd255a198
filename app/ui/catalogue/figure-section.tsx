import { Scale, TrendingDown } from "lucide-react";
import { useState } from "react";
import { Button } from "#app/ui/button";
import { CatalogueSection } from "#app/ui/catalogue/catalogue-section";
import { EstimateChip } from "#app/ui/chip";
import { FourSquare, Square } from "#app/ui/four-square";
import { MoneyField } from "#app/ui/live-field";
import { BigMoney, Money } from "#app/ui/money";
import { MoneyLine, MoneyLineRule, MoneyLines } from "#app/ui/money-line";
import { NextStep } from "#app/ui/next-step";
import { LawFigures, PaymentCell, PaymentGrid, PaymentGridRow } from "#app/ui/payment-grid";
import { SegmentedControl } from "#app/ui/segmented-control";
import { Note, Sheet, SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";

const columns = [150000, 300000, 450000, 600000];
const rows = [
  { months: 48, apr: 49900, cells: [72565, 69112, 65658, 62204], interest: [331500, 315800, 300000, 284200] },
  { months: 60, apr: 54900, cells: [60185, 57321, 54456, 51592], interest: [459500, 437600, 415700, 393900] },
  { months: 72, apr: 59900, cells: [52217, 49731, 47246, 44761], interest: [608000, 579000, 550100, 521200] },
];

export function FigureSection() {
  return (
    <CatalogueSection title="Figures" note="The payment is the largest thing; everything else explains it.">
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-[minmax(0,1fr)_22rem]">
        <WorkSheet />
        <SummarySheet />
      </div>
    </CatalogueSection>
  );
}

function WorkSheet() {
  const format = useFormat();
  const [cashDown, setCashDown] = useState(300000);
  const [way, setWay] = useState("finance");
  return (
    <Sheet className="flex flex-col gap-4">
      <SheetHead title="How would you like to pay" aside={<EstimateChip />} />
      <SegmentedControl
        label="Way to pay"
        name="way"
        value={way}
        onChange={setWay}
        segments={[
          { value: "cash", label: "Cash", detail: <Money amount={3301625} ink="plain" per="once" /> },
          { value: "finance", label: "Finance", detail: <Money amount={57321} per="/mo" /> },
          { value: "lease", label: "Lease", detail: <Money amount={29493} ink="plain" per="/mo" /> },
        ]}
      />
      <FourSquare label="The four figures">
        <Square label="Selling price" hint="MSRP $38,450" onOpen={() => {}} staff="Cost $35,480">
          <Money amount={3699500} />
        </Square>
        <Square label="Trade-in" hint="after $9,180 payoff" onOpen={() => {}} staff="ACV $13,900">
          <Money amount={532000} />
        </Square>
        <Square label="Cash down" staff="Store minimum $1,500">
          <MoneyField
            label="Cash down"
            hideLabel
            look="figure"
            value={cashDown}
            onCommit={setCashDown}
            presence={{ name: "Maya", who: 1 }}
          />
        </Square>
        <Square label="Payment" hint="first due Dec 28" staff="Theo’s target $560">
          <Money amount={57321} live />
        </Square>
      </FourSquare>
      <Grid cashDown={cashDown} onCashDown={setCashDown} />
      <Note
        icon={<Scale aria-hidden strokeWidth={1.75} />}
        action={
          <a className="link" href="#main">
            Compare
          </a>
        }
      >
        <strong>72 months</strong> would be <strong>$75.90 less</strong> a month and <strong>$1,413.72 more</strong> in
        total.
      </Note>
      <LawFigures
        className="border-t border-line pt-4"
        figures={[
          { label: "APR", figure: format.percent(54900), gloss: "cost of credit, yearly" },
          { label: "Finance charge", figure: format.money(437635), gloss: "what credit costs you" },
          { label: "Amount financed", figure: format.money(3001625), gloss: "what you borrow" },
          { label: "Total of payments", figure: format.money(3439260), gloss: "60 payments together" },
        ]}
      />
    </Sheet>
  );
}

function Grid({ cashDown, onCashDown }: { cashDown: number; onCashDown: (cents: number) => void }) {
  const format = useFormat();
  const [months, setMonths] = useState(60);
  return (
    <PaymentGrid
      caption="Payment by term and cash down"
      corner="Cash down"
      columns={columns.map((cents) => ({ key: String(cents), head: format.money(cents, { cents: "never" }) }))}
    >
      {rows.map((row) => (
        <PaymentGridRow key={row.months} term={`${row.months} months`} rate={`${format.percent(row.apr)} APR`}>
          {row.cells.map((payment, index) => (
            <PaymentCell
              key={payment}
              payment={payment}
              cost={`${format.money(row.interest[index] ?? 0, { cents: "never" })} interest`}
              chosen={row.months === months && columns[index] === cashDown}
              presence={row.months === 72 && index === 2 ? { name: "Theo", who: 2 } : null}
              onChoose={() => {
                setMonths(row.months);
                onCashDown(columns[index] ?? cashDown);
              }}
            />
          ))}
        </PaymentGridRow>
      ))}
    </PaymentGrid>
  );
}

function SummarySheet() {
  const [flash, setFlash] = useState(1);
  return (
    <Sheet as="aside" padding="none">
      <div className="px-4 pt-4 pb-3">
        <div className="flex items-center justify-between">
          <h3 className="text-12 font-medium text-ink-3">Your payment</h3>
          <EstimateChip />
        </div>
        <BigMoney amount={57321} per="/mo" live />
        <p className="text-ink-2">60 months at 5.49 % APR</p>
      </div>
      <MoneyLineRule />
      <MoneyLines>
        <MoneyLine label="Out-the-door total" amount={3933625} kind="result">
          <MoneyLine label="Selling price" amount={3699500} />
          <MoneyLine label="Documentation fee" amount={36770} />
          <MoneyLine label="Add-ons we require" amount={0} instead="none" />
        </MoneyLine>
        <MoneyLine label="Norden customer cash" amount={-100000} onOpen={() => {}} />
        <MoneyLine
          label="Trade-in equity"
          amount={-532000}
          onOpen={() => setFlash(flash + 1)}
          changed={{ name: "Maya", who: 1, when: "just now", changeId: flash }}
        />
        <MoneyLine label="Cash down" amount={-300000} onOpen={() => {}} />
        <MoneyLine label="Amount financed" amount={3001625} kind="result" onOpen={() => {}} />
      </MoneyLines>
      <MoneyLineRule />
      <MoneyLine label="Cash due at signing" amount={300000} kind="result" onOpen={() => {}} />
      <div className="px-3 py-2">
        <Note icon={<TrendingDown aria-hidden strokeWidth={1.75} className="text-pos" />}>
          <strong>Payment down $10.24 a month.</strong> Maya raised the trade allowance from $14,000 to $14,500.{" "}
          <a className="link" href="#main">
            All 7 changes
          </a>
        </Note>
      </div>
      <NextStep
        className="p-4"
        reason="Next: swap the estimate for a real offer"
        reassurance="2 minutes. A soft check never moves your score."
      >
        <Button kind="primary" size="large" wide>
          Check my real rate
        </Button>
      </NextStep>
    </Sheet>
  );
}
