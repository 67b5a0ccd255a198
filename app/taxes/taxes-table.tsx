import { Link } from "@remix-run/react";
import { useMessages } from "#app/ui/messages";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { useFormat } from "#app/ui/use-format";
import { StandingChip } from "./standing-chip";
import { storeTaxMessages } from "./store-tax-messages";
import type { PlaceRow } from "./store-taxes";
import { useRuleWords } from "./use-rule-words";

interface TaxesTableProps {
  rows: readonly PlaceRow[];
  chosen: string | null;
  linkTo: (place: string) => string;
}

/** Every place with its rules in a line. On a narrow screen the place, its rate and its state; the rest is one press away. */
export function TaxesTable({ rows, chosen, linkTo }: TaxesTableProps) {
  const t = useMessages(storeTaxMessages);
  const { locale } = useFormat();
  const words = useRuleWords();
  const wide = "max-lg:hidden";
  return (
    <Table
      caption={t("table.caption")}
      head={
        <>
          <HeadCell>{t("table.place")}</HeadCell>
          <HeadCell>{t("table.rate")}</HeadCell>
          <HeadCell className={wide}>{t("table.trade")}</HeadCell>
          <HeadCell className={wide}>{t("table.rebate")}</HeadCell>
          <HeadCell className={wide}>{t("table.docFee")}</HeadCell>
          <HeadCell className={wide}>{t("table.lease")}</HeadCell>
          <HeadCell className="max-sm:hidden">{t("table.status")}</HeadCell>
        </>
      }
    >
      {rows.map((row) => (
        <TableRow key={row.id} chosen={row.id === chosen}>
          <Cell head>
            <Link
              to={linkTo(row.id)}
              preventScrollReset
              className="touch-target font-medium text-ink hover:text-accent-600"
            >
              {row[locale]} <span className="text-12 font-normal text-ink-3">{row.code}</span>
            </Link>
            <span className="mt-1 block sm:hidden">
              <StandingChip standing={row.inForce?.standing ?? null} />
            </span>
          </Cell>
          <Cell className="min-w-32">{row.inForce ? words.rate(row.inForce) : ""}</Cell>
          <Cell className={wide}>{row.inForce ? words.tradeCredit(row.inForce) : ""}</Cell>
          <Cell className={wide}>{row.inForce ? words.rebate(row.inForce) : ""}</Cell>
          <Cell className={wide}>{row.inForce ? words.docFee(row.inForce) : ""}</Cell>
          <Cell className={wide}>{row.inForce ? words.lease(row.inForce) : ""}</Cell>
          <Cell className="max-sm:hidden">
            <StandingChip standing={row.inForce?.standing ?? null} />
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}
