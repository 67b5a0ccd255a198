import { Fragment, type ReactNode } from "react";
import { productName } from "#app/deal-card/product-names";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { staffMessages } from "#app/deal-card/staff/staff-messages";
import { type StoreGross, storeGross } from "#app/deal-card/staff/store-gross";
import { useDeal } from "#app/deal-card/use-deal";
import { useLocale, useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { StaffBlock, StaffLine } from "#app/ui/staff-block";
import { useFormat } from "#app/ui/use-format";
import type { MoneyLine } from "#machines/desking/money-line";

/** What the store earns on the deal as it stands. A salesperson without cost sees no block at all. */
export function GrossBlock() {
  const { view } = useDeal();
  const earned = storeGross(view);
  return earned && <GrossFigures earned={earned} />;
}

/** Front and back, line by line, adding up; what is not known is said, and never shown as earned. */
export function GrossFigures({ earned }: { earned: StoreGross }) {
  const t = useMessages(staffMessages);
  const voice = useReaderVoice();
  const { frontLines, frontGross, backLines, backGross, totalGross, seesBack, open } = earned;
  return (
    <StaffBlock title={t("gross.title")} aside={t("gross.aside", { ...voice })}>
      <GrossLines lines={frontLines} />
      <StaffLine sum label={t("gross.front")}>
        <Money amount={frontGross} ink="plain" live />
      </StaffLine>
      {seesBack ? (
        <div className="mt-2">
          <GrossLines lines={backLines} note={{ under: "reserve", words: <ReserveNote earned={earned} /> }} />
          <StaffLine sum label={t("gross.back")}>
            <Money amount={backGross} ink="plain" live />
          </StaffLine>
          <StaffLine label={t("gross.total")}>
            <strong>
              <Money amount={totalGross} ink="plain" live />
            </strong>
          </StaffLine>
        </div>
      ) : null}
      <Holdback earned={earned} />
      {open.length > 0 ? (
        <ul className="mt-2 text-12 text-staff-600">
          {open.map((reason) => (
            <li key={reason}>{t(`gross.open.${reason}`)}</li>
          ))}
        </ul>
      ) : null}
    </StaffBlock>
  );
}

function Holdback({ earned: { holdback, totalWithHoldback } }: { earned: StoreGross }) {
  const t = useMessages(staffMessages);
  if (holdback === null || totalWithHoldback === null) return null;
  return (
    <div className="mt-2">
      <StaffLine label={t("gross.holdback")}>
        <Money amount={holdback} ink="plain" />
      </StaffLine>
      <StaffLine sum label={t("gross.withHoldback")}>
        <Money amount={totalWithHoldback} ink="plain" live />
      </StaffLine>
    </div>
  );
}

/** What the reserve was worked from: lender's rate, how far over it, and whether a cap bound it. */
function ReserveNote({ earned: { reserve } }: { earned: StoreGross }) {
  const t = useMessages(staffMessages);
  const format = useFormat();
  if (!reserve) return null;
  const { buyRate, contractRate, highestRate, allowed, capped } = reserve;
  return (
    <p className="pb-1 text-12 text-staff-600">
      {t("gross.reserveFrom", {
        buy: format.percent(buyRate),
        over: format.percent(contractRate - buyRate),
        highest: format.percent(highestRate),
      })}
      {allowed ? null : ` ${t("gross.reserveNot")}`}
      {capped ? ` ${t("gross.reserveCapped")}` : null}
    </p>
  );
}

interface GrossLinesProps {
  lines: readonly MoneyLine[];
  /** What is said under the line it explains. */
  note?: { under: string; words: ReactNode };
}

function GrossLines({ lines, note }: GrossLinesProps) {
  const { view } = useDeal();
  const t = useMessages(staffMessages);
  const locale = useLocale();
  const known = staffMessages.en.gross;
  const hasItsLine = lines.some(({ code }) => code === note?.under);
  const rows = lines.map(({ code, label, amount }) => {
    const product = view.card.store.fniCatalog.find((entry) => `product.${entry.code}` === code);
    const own = Object.hasOwn(known, code) ? t(`gross.${code as "pack"}`) : label;
    return (
      <Fragment key={code}>
        <StaffLine label={product ? productName(product.kind, locale) : own}>
          <Money amount={amount} ink="plain" />
        </StaffLine>
        {note?.under === code ? note.words : null}
      </Fragment>
    );
  });
  return (
    <>
      {rows}
      {hasItsLine ? null : note?.words}
    </>
  );
}
