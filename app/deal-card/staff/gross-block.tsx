import { productName } from "#app/deal-card/product-names";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { dealGross } from "#app/deal-card/staff/deal-gross";
import { staffMessages } from "#app/deal-card/staff/staff-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useLocale, useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { StaffBlock, StaffLine } from "#app/ui/staff-block";
import type { MoneyLine } from "#machines/desking/money-line";

/** Front and back, line by line, adding up. A salesperson without cost sees no block at all. */
export function GrossBlock() {
  const { view } = useDeal();
  const t = useMessages(staffMessages);
  const voice = useReaderVoice();
  const earned = dealGross(view);
  if (!earned) return null;
  const hasBack = earned.backLines.length > 0;
  return (
    <StaffBlock title={t("gross.title")} aside={t("gross.aside", { ...voice })}>
      <GrossLines lines={earned.frontLines} />
      <StaffLine sum label={t("gross.front")}>
        <Money amount={earned.frontGross} cents="whenAny" ink="plain" live />
      </StaffLine>
      {hasBack ? (
        <>
          <GrossLines lines={earned.backLines} />
          <StaffLine sum label={t("gross.total")}>
            <Money amount={earned.totalGross} cents="whenAny" ink="plain" live />
          </StaffLine>
        </>
      ) : null}
    </StaffBlock>
  );
}

function GrossLines({ lines }: { lines: readonly MoneyLine[] }) {
  const { view } = useDeal();
  const t = useMessages(staffMessages);
  const locale = useLocale();
  const known = staffMessages.en.gross;
  return lines.map(({ code, label, amount }) => {
    const product = view.card.store.fniCatalog.find((entry) => `product.${entry.code}` === code);
    const own = Object.hasOwn(known, code) ? t(`gross.${code as "pack"}`) : label;
    return (
      <StaffLine key={code} label={product ? productName(product.kind, locale) : own}>
        <Money amount={amount} cents="whenAny" ink="plain" />
      </StaffLine>
    );
  });
}
