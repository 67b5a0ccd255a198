import { ArrowLeft } from "lucide-react";
import { Brand } from "#app/ui/brand";
import { ButtonLink } from "#app/ui/button";
import { EmptyState } from "#app/ui/empty-state";
import { formatClock } from "#app/ui/format";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { TopBar } from "#app/ui/top-bar";
import { waitsMessages } from "./waits-messages";
import type { WaitFigure } from "./wait-figures.server";

/** Whom the store's deals waited for: the median, the long ones, and how many promises were late. */
export function WaitsPage({ days, figures }: { days: number; figures: readonly WaitFigure[] }) {
  const t = useMessages(waitsMessages);
  return (
    <>
      <TopBar start={<Brand name={t("desk")} to="/desk" />} end={<LanguageToggle />} />
      <main id="main" className="mx-auto w-full max-w-190 px-4 py-6">
        <div className="mb-4 flex items-center justify-between gap-4">
          <h1 className="text-24">{t("title")}</h1>
          <ButtonLink to="/desk">
            <ArrowLeft aria-hidden strokeWidth={1.75} />
            {t("back")}
          </ButtonLink>
        </div>
        <p className="mb-4 text-ink-2">{t("lead", { days })}</p>
        <Sheet padding="none" className="overflow-clip">
          {figures.length === 0 ? <EmptyState>{t("none")}</EmptyState> : <Figures figures={figures} />}
        </Sheet>
        <details className="mt-4">
          <summary className="touch-target text-13 text-ink-2">{t("how")}</summary>
          <p className="mt-2 text-13 text-ink-2">{t("counted")}</p>
        </details>
      </main>
    </>
  );
}

function Figures({ figures }: { figures: readonly WaitFigure[] }) {
  const t = useMessages(waitsMessages);
  return (
    <Table
      caption={t("title")}
      head={
        <>
          <HeadCell>{t("party")}</HeadCell>
          <HeadCell number>{t("median")}</HeadCell>
          <HeadCell number>{t("long")}</HeadCell>
          <HeadCell number>{t("waits")}</HeadCell>
          <HeadCell number>{t("late")}</HeadCell>
        </>
      }
    >
      {figures.map(({ party, waits, medianSeconds, longSeconds, promised, late }) => (
        <TableRow key={party}>
          <Cell className="font-medium">{t(`of.${party}`)}</Cell>
          <Cell number>{formatClock(medianSeconds * 1_000)}</Cell>
          <Cell number>{formatClock(longSeconds * 1_000)}</Cell>
          <Cell number>{waits}</Cell>
          <Cell number>{t("lateOf", { late, promised })}</Cell>
        </TableRow>
      ))}
    </Table>
  );
}
