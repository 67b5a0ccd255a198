import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { PackComponent } from "#machines/rule-packs/rule-pack-schema";
import { storeTaxMessages } from "./store-tax-messages";
import type { VersionSummary } from "./store-taxes";

/** Each part of a rule in a few words, for a table's cell. */
export function useRuleWords() {
  const t = useMessages(storeTaxMessages);
  const format = useFormat();
  const whole = (cents: number) => format.money(cents, { cents: "whenAny" });

  const rateOf = (component: PackComponent): string => {
    if ("bands" in component)
      return component.bands
        .map(({ from, rate }) =>
          from === 0 ? format.percent(rate) : t("rate.from", { rate: format.percent(rate), amount: whole(from) }),
        )
        .join(", ");
    const rate = component.rate === "local" ? t("rate.local") : format.percent(component.rate);
    const { width, floor, max, min } = component;
    if (floor !== undefined) return t("rate.above", { rate, amount: whole(floor) });
    if (width !== undefined) return t("rate.onFirst", { rate, amount: whole(width) });
    if (max !== undefined) return t("rate.most", { rate, amount: whole(max) });
    return min === undefined ? rate : t("rate.least", { rate, amount: whole(min) });
  };

  return {
    rate({ components }: Pick<VersionSummary, "components">): string {
      if (components === null) return t("rate.byHand");
      return components.length === 0 ? t("rate.none") : components.map(rateOf).join(" + ");
    },
    tradeCredit({ tradeCredit }: Pick<VersionSummary, "tradeCredit">): string {
      if (typeof tradeCredit === "string") return t(`trade.${tradeCredit}`);
      const { cap, vehicles } = tradeCredit;
      if (cap === undefined) return t("trade.one");
      return t(vehicles === undefined ? "trade.cap" : "trade.capOne", { amount: whole(cap) });
    },
    rebate: ({ rebateTaxable }: Pick<VersionSummary, "rebateTaxable">): string =>
      t(rebateTaxable ? "rebate.taxed" : "rebate.reduces"),
    docFee({ docFee: { taxable, cap } }: Pick<VersionSummary, "docFee">): string {
      const taxed = t(taxable ? "docFee.taxed" : "docFee.untaxed");
      if (!cap) return taxed;
      const amount = cap.amount === undefined ? "" : whole(cap.amount);
      const share = cap.share === undefined ? "" : format.percent(cap.share, 0);
      const limit =
        amount && share
          ? t("docFee.both", { amount, share })
          : amount
            ? t("docFee.cap", { amount })
            : t("docFee.share", { share });
      return `${limit}, ${taxed.toLocaleLowerCase(format.locale)}`;
    },
    lease: ({ leaseMethod }: Pick<VersionSummary, "leaseMethod">): string => t(`lease.${leaseMethod}`),
  };
}
