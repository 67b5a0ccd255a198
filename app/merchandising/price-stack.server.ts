import { incentivesOf, rebatesIn } from "#machines/deal/deal-incentives";
import type { Incentive } from "#machines/store/incentive-programme";
import { combine, type IncentiveStack } from "#machines/store/incentive-stack";
import { pageWorksheet } from "./payment-estimate.server";
import { dealOf } from "./stock-figures.server";
import type { PriceStack, PriceStackLine } from "./price-stack";
import type { StockBoard } from "./stock-board.server";
import type { PriceStep, StockVehicle } from "./stock-vehicle.server";
import { sentenceCase, type Writer } from "./writer.server";

/** The store's first word: "Lakeside discount" says whose it is without a sign over the line. */
const shortName = (storeName: string) => storeName.split(" ")[0] ?? storeName;

/** A new car starts from its sticker, a used one from what is asked for it. */
function startLines(
  { condition, sellingPrice, facts: { msrp } }: StockVehicle,
  store: string,
  { t }: Writer,
): PriceStackLine[] {
  if (condition !== "new") return [{ code: "price", label: t("price.price", { store }), amount: sellingPrice }];
  const sticker: PriceStackLine = { code: "msrp", label: t("price.msrp"), amount: msrp };
  if (sellingPrice === msrp) return [sticker];
  const code = sellingPrice < msrp ? "discount" : "markup";
  return [sticker, { code, label: t(`price.${code}`, { store }), amount: sellingPrice - msrp }];
}

function conditionalText(incentives: readonly Incentive[], { t, money }: Writer): string | null {
  const names = incentives.flatMap(({ amount, eligibility }) =>
    eligibility === "everyone" ? [] : [t(`price.${eligibility}`, { amount: money(amount, { cents: "whenAny" }) })],
  );
  if (names.length === 0) return null;
  const first = names.slice(0, -1).join(", ");
  const list = first ? `${first} ${t("price.or")} ${names.at(-1)}` : names.join("");
  return t("price.conditional", { list: sentenceCase(list) });
}

/** What some get with proof, and the maker's rate that can be had in place of the money above. */
function incentivesText(
  stack: IncentiveStack,
  incentives: readonly Incentive[],
  { today }: Pick<StockBoard, "today">,
  writer: Writer,
): string | null {
  const { t } = writer;
  // The vehicle page is about everybody; what pays today to some is told, what does not is not.
  const open = stack.leftOut.filter(({ reason }) => reason === "notClaimed").map(({ incentive }) => incentive.code);
  const some = conditionalText(
    incentives.filter(({ code }) => open.includes(code)),
    writer,
  );
  // A yearly rate alone may be told; months beside it would have to bring a whole example (12 CFR 1026.24(d)).
  const rates = incentives.flatMap((one) => {
    const least = one.rates?.toSorted((a, b) => a.contractRate - b.contractRate)[0];
    if (!least || (one.validThrough !== undefined && one.validThrough < today)) return [];
    const others = rebatesIn(stack).filter(
      ({ code }) => !combine(one, incentives.find((other) => other.code === code) ?? one),
    );
    return t("price.makersRate", {
      rate: writer.percent(least.contractRate),
      lender: one.lender ?? one.name,
      instead: others.length > 0 ? "yes" : "no",
      others: others.map(({ name }) => name).join(", "),
    });
  });
  const words = [...(some ? [some] : []), ...rates];
  return words.length > 0 ? words.join(" ") : null;
}

/** Each price lasted until the next one was asked. */
function earlierText(steps: readonly PriceStep[], { t, money, date }: Writer): string | null {
  const lasted = steps.slice(0, -1).map(({ sellingPrice }, index) => {
    const until = steps[index + 1]!.at;
    return t("price.was", { amount: money(sellingPrice, { cents: "whenAny" }), date: date(until) });
  });
  return lasted.length > 0 ? `${t("price.history")}: ${lasted.join(", ")}` : null;
}

/** From the sticker or the asking price to the one total. The lines add up to it. */
export function priceStack(board: StockBoard, vehicle: StockVehicle, writer: Writer): PriceStack {
  const { t, money } = writer;
  const { addOns, incentives } = vehicle.facts;
  const sheet = pageWorksheet(board, vehicle);
  const stack = incentivesOf(dealOf(board, vehicle));
  const lines: PriceStackLine[] = [
    ...startLines(vehicle, shortName(board.policy.name), writer),
    ...rebatesIn(stack).map(({ name, amount }) => ({
      code: "rebate" as const,
      label: t("price.rebate", { name }),
      amount: -amount,
    })),
    // As the core has it: a cap of the law may be below what the store asks.
    {
      code: "docFee",
      label: t("price.docFee"),
      amount: sheet.priceLines.find(({ code }) => code === "docFee")?.amount ?? 0,
    },
    ...addOns.map(({ name, price }) => ({ code: "addOn" as const, label: t("price.addOn", { name }), amount: price })),
  ];
  return {
    lines,
    lineCount: t("price.lines", { count: lines.length + (addOns.length > 0 ? 0 : 1) }),
    nothingRequired: addOns.length > 0 ? null : { label: t("price.addOnsNone"), value: t("price.none") },
    total: sheet.totalPrice,
    governmentCharges: sheet.governmentCharges,
    onTop: t("price.onTop", { amount: money(sheet.governmentCharges) }),
    conditional: incentivesText(stack, incentives, board, writer),
    earlier: earlierText(board.prices.get(vehicle.stockNumber) ?? [], writer),
  };
}
