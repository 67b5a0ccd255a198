import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { useFormat } from "#app/ui/use-format";
import { HowCounted } from "./behind-chart";
import type { Comparison } from "./cohort-figures";
import { figuresMessages } from "./figures-messages";
import type { CohortFigure, MerchandisingFigures } from "./merchandising-figures.server";

/** Cars whose words were a machine's first against those written by hand: medians, n and an interval, or nothing claimed. */
export function CohortSection({ figures: { cohorts, isAlternated } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  return (
    <Sheet className="xl:col-span-2">
      <SheetHead title={t("cohorts")} hint={t("cohortsHint")} />
      {isAlternated ? null : (
        <p className="mt-2 rounded-block bg-warn-ground px-3 py-2 text-13 text-warn">{t("notRandom")}</p>
      )}
      <Table
        caption={t("cohorts")}
        className="mt-3 max-sm:[&_td]:px-2 max-sm:[&_th]:px-2"
        head={
          <>
            <HeadCell>{t("figure")}</HeadCell>
            <HeadCell number>{t("assisted")}</HeadCell>
            <HeadCell number>{t("traditional")}</HeadCell>
            <HeadCell number>{t("difference")}</HeadCell>
          </>
        }
      >
        {cohorts.map(({ figure, comparison }) => (
          <CohortRow key={figure} figure={figure} comparison={comparison} />
        ))}
      </Table>
      <HowCounted>{t("howCohorts")}</HowCounted>
    </Sheet>
  );
}

function CohortRow({ figure, comparison: { n, medians, interval } }: { figure: CohortFigure; comparison: Comparison }) {
  const t = useMessages(figuresMessages);
  const { number, money } = useFormat();
  const said = (value: number) => (figure === "gross" ? money(Math.round(value)) : number(value, 1));
  const group = (index: 0 | 1) => `${medians ? `${said(medians[index])}, ` : ""}n ${n[index]}`;
  return (
    <TableRow tone={figure === "gross" ? "staff" : "plain"}>
      <Cell head>{t(`figures.${figure}`)}</Cell>
      <Cell number>{group(0)}</Cell>
      <Cell number>{group(1)}</Cell>
      <Cell number>{interval ? t("from", { low: said(interval[0]), high: said(interval[1]) }) : t("notYet")}</Cell>
    </TableRow>
  );
}
