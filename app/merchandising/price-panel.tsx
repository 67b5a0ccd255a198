import { ChevronDown } from "lucide-react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { useFormat } from "#app/ui/use-format";
import type { PriceStack, PriceStackLine } from "./price-stack";
import { vehicleMessages } from "./vehicle-messages";

interface PricePanelProps {
  price: PriceStack;
  storeName: string;
}

/** The store's first word: "Lakeside discount" says whose it is without a sign over the line. */
const shortName = (storeName: string) => storeName.split(" ")[0] ?? storeName;

function usePriceLineWords(storeName: string) {
  const t = useMessages(vehicleMessages);
  const store = shortName(storeName);
  return ({ code, name = "" }: PriceStackLine) => {
    switch (code) {
      case "msrp":
        return t("price.msrp");
      case "price":
        return t("price.price", { store });
      case "discount":
        return t("price.discount", { store });
      case "markup":
        return t("price.markup", { store });
      case "rebate":
        return t("price.rebate", { name });
      case "docFee":
        return t("price.docFee");
      case "addOn":
        return t("price.addOn", { name });
    }
  };
}

/** The lines that add up to the total. "None required" is said aloud: silence about add-ons is what shoppers distrust. */
export function PriceLines({ price, storeName, className }: PricePanelProps & { className?: string }) {
  const t = useMessages(vehicleMessages);
  const words = usePriceLineWords(storeName);
  const requiresNothing = !price.lines.some(({ code }) => code === "addOn");
  return (
    <dl className={cx("flex flex-col", className)}>
      {price.lines.map((line) => (
        <div key={`${line.code}${line.name ?? ""}`} className="flex min-h-7 items-baseline justify-between gap-4 py-0.5">
          <dt className="text-ink-2">{words(line)}</dt>
          <dd>
            <Money amount={line.amount} ink="plain" className="text-ink" />
          </dd>
        </div>
      ))}
      {requiresNothing ? (
        <div className="flex min-h-7 items-baseline justify-between gap-4 py-0.5">
          <dt className="text-ink-2">{t("price.addOnsNone")}</dt>
          <dd className="text-ink-2">{t("price.none")}</dd>
        </div>
      ) : null}
    </dl>
  );
}

/** How many lines stand behind the total on a phone, the "none" of the add-ons among them. */
const lineCount = ({ lines }: PriceStack) => lines.length + (lines.some(({ code }) => code === "addOn") ? 0 : 1);

/** On a phone the total comes first and its lines unfold under it. */
export function PhonePrice({ price, storeName }: PricePanelProps) {
  const t = useMessages(vehicleMessages);
  return (
    <details className="group p-4 sm:hidden">
      <summary className="flex list-none flex-wrap items-center justify-between gap-x-3">
        <span className="text-13 text-ink-2">{t("price.total")}</span>
        <span className="flex items-center gap-1 text-accent-600">
          {t("price.lines", { count: lineCount(price) })}
          <ChevronDown aria-hidden className="size-4 transition-transform duration-140 group-open:rotate-180" strokeWidth={1.75} />
        </span>
        <span className="w-full">
          <Money amount={price.total} className="text-28 font-figure [--cents-weight:450]" />
        </span>
        <span className="w-full pt-0.5 text-13 text-ink-3">
          <OnTop price={price} />
        </span>
      </summary>
      <PriceLines price={price} storeName={storeName} className="mt-3 border-t border-line pt-3" />
      <Conditional price={price} />
    </details>
  );
}

/** At a desk the lines come first and add up to the total under them. */
export function DeskPrice({ price, storeName }: PricePanelProps) {
  const t = useMessages(vehicleMessages);
  return (
    <div className="max-sm:hidden">
      <PriceLines price={price} storeName={storeName} className="px-5 pb-3" />
      <div className="flex items-baseline justify-between gap-4 border-y border-line px-5 py-3">
        <span className="font-semibold">{t("price.total")}</span>
        <Money amount={price.total} className="text-28 font-figure [--cents-weight:600]" />
      </div>
      <div className="px-5 pt-2.5 text-12 text-pretty text-ink-3">
        <p>
          <OnTop price={price} /> <Conditional price={price} inline />
        </p>
        <Earlier price={price} />
      </div>
    </div>
  );
}

function OnTop({ price }: { price: PriceStack }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  return <>{t("price.onTop", { amount: format.money(price.governmentCharges) })}</>;
}

/** Money that needs proof is named, and named as not counted. */
function Conditional({ price, inline = false }: { price: PriceStack; inline?: boolean }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  if (price.conditional.length === 0) return null;
  const names = price.conditional.map(({ amount, eligibility }) =>
    t(`price.${eligibility}`, { amount: format.money(amount, { cents: "whenAny" }) }),
  );
  const first = names.slice(0, -1).join(", ");
  const list = first ? `${first} ${t("price.or")} ${names.at(-1)}` : (names[0] ?? "");
  const text = t("price.conditional", { list: list.charAt(0).toUpperCase() + list.slice(1) });
  return inline ? <>{text}</> : <p className="pt-2 text-12 text-ink-3">{text}</p>;
}

function Earlier({ price }: { price: PriceStack }) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  if (price.earlier.length === 0) return null;
  return (
    <p className="pt-1">
      {t("price.history")}
      {": "}
      {price.earlier.map(({ until, sellingPrice }) =>
        t("price.was", { amount: format.money(sellingPrice, { cents: "whenAny" }), date: format.date(until) }),
      ).join(", ")}
    </p>
  );
}
