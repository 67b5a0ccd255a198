import { Form, Link, useNavigation, useSearchParams } from "@remix-run/react";
import { MerchandisingFrame, type FrameReader } from "#app/publishing/merchandising-frame";
import { Button } from "#app/ui/button";
import { controlClass, FieldFrame } from "#app/ui/field-frame";
import { FilterTabs } from "#app/ui/filter-tabs";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { useFormat } from "#app/ui/use-format";
import type { PriceDesk, PriceRow } from "./price-desk.server";
import { priceMessages } from "./price-messages";

export type PriceAnswer =
  | { kind: "price"; changed: boolean }
  | { kind: "market"; result: { ok: true; count: number } | { ok: false; line: number } };

interface PricesPageProps {
  reader: FrameReader;
  desk: PriceDesk;
  isLead: boolean;
  answer: PriceAnswer | null;
}

/** Every car for sale by age, with its place in the market. People set prices here; nothing else does. */
export function PricesPage({ reader, desk, isLead, answer }: PricesPageProps) {
  const t = useMessages(priceMessages);
  const [params] = useSearchParams();
  const bucket = desk.buckets.find((one) => one.bucket === params.get("age"))?.bucket;
  const rows = desk.rows.filter((row) => !bucket || row.bucket === bucket);
  return (
    <MerchandisingFrame reader={reader} title={t("title")}>
      <h2 className="text-24">{t("title")}</h2>
      <p className="mt-1 mb-4 max-w-180 text-ink-2">{t("lead")}</p>
      <p role="status" className="mb-2 text-14 text-pos">
        {answer?.kind === "price" ? t(answer.changed ? "changed" : "unchanged") : null}
      </p>
      <FilterTabs
        label={t("age")}
        className="mb-3"
        tabs={[
          { to: "?", name: t("everyAge"), count: desk.rows.length, current: !bucket },
          ...desk.buckets.map((one) => ({
            to: `?age=${encodeURIComponent(one.bucket)}`,
            name: one.bucket,
            count: one.count,
            current: one.bucket === bucket,
          })),
        ]}
      />
      <Sheet padding="none" className="overflow-clip">
        <Table
          caption={t("title")}
          head={
            <>
              <HeadCell>{t("vehicle")}</HeadCell>
              <HeadCell number>{t("age")}</HeadCell>
              <HeadCell>{t("market")}</HeadCell>
              <HeadCell>{t("suggestion")}</HeadCell>
              <HeadCell number>{t("price")}</HeadCell>
            </>
          }
        >
          {rows.map((row) => (
            <Row key={row.stockNumber} row={row} isLead={isLead} />
          ))}
        </Table>
      </Sheet>
      {isLead ? <MarketImport answer={answer} /> : null}
    </MerchandisingFrame>
  );
}

function Row({ row, isLead }: { row: PriceRow; isLead: boolean }) {
  const t = useMessages(priceMessages);
  const { money, date } = useFormat();
  const { position, suggestion } = row;
  const whole = (amount: number) => money(amount, { cents: "whenAny" });
  return (
    <TableRow tone={row.days > 60 ? "warns" : "plain"}>
      <Cell head>
        <Link to={`/merchandising/${row.stockNumber}`} className="font-medium">
          {row.name}
        </Link>
        <span className="block text-12 text-ink-3">
          {row.stockNumber}
          {row.openDeals > 0 ? `, ${t("deals", { count: row.openDeals })}` : ""}
        </span>
      </Cell>
      <Cell number>
        {t("days", { count: row.days })}
        {isLead ? (
          <span className="block text-12 font-normal text-ink-3">
            {t("holding", { amount: whole(row.holdingCost) })}
          </span>
        ) : null}
      </Cell>
      <Cell>
        {position ? (
          <>
            {t("marketLine", {
              percent: position.priceToMarket,
              middle: whole(position.middle),
              rank: position.rank,
              n: position.n + 1,
            })}
            <span className="block text-12 text-ink-3">
              {t("spread", {
                low: whole(position.low),
                high: whole(position.high),
                from: date(position.from),
                to: date(position.to),
              })}
              {position.daysSupply === null ? "" : `, ${t("supply", { days: position.daysSupply })}`}
            </span>
          </>
        ) : (
          <span className="text-ink-3">{t("notEnough")}</span>
        )}
      </Cell>
      <Cell>
        {suggestion ? (
          <>
            {t("range", { low: whole(suggestion.low), high: whole(suggestion.high) })}
            <span className="block text-12 text-ink-3">
              {suggestion.reasons.map((reason) => t(`reasons.${reason}`)).join(", ")}
            </span>
          </>
        ) : (
          <span className="text-ink-3">{position ? t("fine") : ""}</span>
        )}
      </Cell>
      <Cell number>
        {isLead ? (
          <Form method="post" preventScrollReset className="flex items-center justify-end gap-2">
            <input type="hidden" name="act" value="price" />
            <input type="hidden" name="stockNumber" value={row.stockNumber} />
            <input
              key={row.price}
              name="price"
              inputMode="decimal"
              aria-label={t("newPrice", { name: row.name })}
              defaultValue={whole(row.price)}
              className={`${controlClass()} w-28! text-right`}
            />
            <Button type="submit" size="small">
              {t("set")}
            </Button>
          </Form>
        ) : (
          whole(row.price)
        )}
      </Cell>
    </TableRow>
  );
}

function MarketImport({ answer }: { answer: PriceAnswer | null }) {
  const t = useMessages(priceMessages);
  const busy = useNavigation().state !== "idle";
  const result = answer?.kind === "market" ? answer.result : null;
  return (
    <Sheet className="mt-4 max-w-180">
      <SheetHead title={t("import")} />
      <p className="mt-2 text-13 text-ink-2">{t("importLead")}</p>
      <Form method="post" encType="multipart/form-data" className="mt-3 flex flex-wrap items-end gap-2">
        <input type="hidden" name="act" value="market" />
        <FieldFrame label={t("file")} className="min-w-48 flex-1">
          {(attributes) => (
            <input
              {...attributes}
              type="file"
              name="file"
              accept=".csv,text/csv"
              required
              className={`${controlClass()} h-auto! py-2!`}
            />
          )}
        </FieldFrame>
        <Button type="submit" busy={busy}>
          {t("importNow")}
        </Button>
      </Form>
      <p role="status" className="mt-2 text-14">
        {result
          ? result.ok
            ? t("imported", { count: result.count })
            : t("importFailed", { line: result.line })
          : null}
      </p>
    </Sheet>
  );
}
