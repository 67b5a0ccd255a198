import { fniMessages } from "#app/deal-card/fni/fni-messages";
import { FniProductRow } from "#app/deal-card/fni/fni-product-row";
import { productName, productWords } from "#app/deal-card/product-names";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { blockOnPhone, PanelSection, StagePanel } from "#app/deal-card/stage-panel";
import { openProducts, useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { lazyPart } from "#app/ui/lazy-part";
import { useLocale, useMessages } from "#app/ui/messages";
import { SkeletonText } from "#app/ui/skeleton";
import { useFormat } from "#app/ui/use-format";
import { eligibilityFacts } from "#machines/deal/deal-completeness";
import { permissionFor } from "#machines/deal/deal-permissions";
import { menuOf } from "#machines/deal/menu-catalog";
import { ineligibility, type Ineligibility } from "#machines/stages/fni";

const MenuRecord = lazyPart(
  "menu-record",
  async () => (await import("#app/deal-card/fni/menu-record")).MenuRecord,
  <SkeletonText lines={4} />,
);

/** Fourth stage: what each product does, its price, what it does to the payment; yes, no or later to each. */
export function FniPanel() {
  const { view } = useDeal();
  const t = useMessages(fniMessages);
  const voice = useReaderVoice();
  const { role } = useActionReader();
  const facts = eligibilityFacts(view.card);
  const judged = menuOf(view.card).map((product) => ({
    product,
    blocked: facts ? ineligibility(product, facts) : ("noVehicle" as const),
  }));
  const mayAnswer = permissionFor("fni.productAnswered").by.includes(role);
  return (
    <StagePanel title={t("title", { ...voice })}>
      <p className="rounded-block border border-line bg-surface max-sm:rounded-sheet px-4 py-3 text-ink-2">
        <strong className="font-semibold text-ink">{t("optionalTitle")}.</strong> {t("optional", { ...voice })}
      </p>
      <div className={cx(blockOnPhone, "divide-y divide-line max-sm:py-0! sm:border-y sm:border-line")}>
        {judged
          .filter(({ blocked }) => blocked === null)
          .map(({ product }) => (
            <FniProductRow key={product.code} product={product} mayAnswer={mayAnswer} />
          ))}
      </div>
      <MenuRecord />
      {mayAnswer ? <NoToTheRest /> : <p className="text-13 text-ink-3">{t("staffOnly")}</p>}
      <BlockedProducts
        blocked={judged.flatMap(({ product, blocked }) =>
          blocked ? [{ kind: product.kind, code: product.code, blocked }] : [],
        )}
      />
    </StagePanel>
  );
}

function NoToTheRest() {
  const { view } = useDeal();
  const t = useMessages(fniMessages);
  const voice = useReaderVoice();
  const { busy, act } = useSend();
  const open = openProducts(view);
  if (open.length < 2) return null;
  const declineAll = async () => {
    for (const product of open) {
      const optionCode = view.card.fni.answers[product.code]?.optionCode ?? product.options[0]?.code ?? "";
      // One answer for each product, in order: a bundle is never both taken and refused.
      if (!(await act({ type: "fni.productAnswered", code: product.code, optionCode, answer: "declined" }))) return;
    }
  };
  return (
    <div className="flex items-center gap-3">
      <Button busy={busy} onClick={() => void declineAll()}>
        {t("restNo", { ...voice })}
      </Button>
      <span className="text-13 text-ink-3">{t("restNoNote", { count: open.length })}</span>
    </div>
  );
}

interface BlockedProduct {
  code: string;
  kind: Parameters<typeof productWords>[0];
  blocked: Ineligibility | "noVehicle";
}

/** What would not help on this deal is named with its reason, so that nobody wonders where it went. */
function BlockedProducts({ blocked }: { blocked: readonly BlockedProduct[] }) {
  const t = useMessages(fniMessages);
  const locale = useLocale();
  const reasonOf = useBlockedReason();
  if (blocked.length === 0) return null;
  return (
    <PanelSection title={t("blockedTitle")}>
      <ul className="flex flex-col gap-1.5">
        {blocked.map((product) => (
          <li key={product.code} className="flex flex-wrap gap-x-2 text-13 text-ink-3">
            <span className="font-medium text-ink-2">{productName(product.kind, locale)}</span>
            <span>{reasonOf(product.blocked)}</span>
          </li>
        ))}
      </ul>
    </PanelSection>
  );
}

function useBlockedReason() {
  const t = useMessages(fniMessages);
  const format = useFormat();
  return (blocked: BlockedProduct["blocked"]): string => {
    if (blocked === "noVehicle") return t("blocked.noVehicle");
    switch (blocked.code) {
      case "wrongMethod":
        return t("blocked.wrongMethod", { method: blocked.method });
      case "wrongCondition":
        return t("blocked.wrongCondition");
      case "tooManyMiles":
        return t("blocked.tooManyMiles", { limit: format.number(blocked.limit) });
      case "tooOld":
        return t("blocked.tooOld", { limit: blocked.limitYears });
      case "noBenefitForFuel":
        return t("blocked.noBenefitForFuel", { fuel: blocked.fuel });
      case "noBenefit":
        return t(`blocked.noBenefit.${blocked.why}`);
      case "loanToValueLow":
        return t("blocked.loanToValueLow", { limit: format.percent(blocked.limitPpm, 0) });
    }
  };
}
