import { useMemo, useState } from "react";
import { fniMessages } from "#app/deal-card/fni/fni-messages";
import { LivePlace } from "#app/deal-card/live-place";
import { cardPlaces } from "#app/deal-card/card-action";
import { productWords } from "#app/deal-card/product-names";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { productEffect } from "#app/deal-card/what-if";
import { lazyPart } from "#app/ui/lazy-part";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { SelectField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DealView } from "#machines/deal/deal-view";
import { productAnswers, type ProductAnswer } from "#machines/stages/fni";

const BreakEven = lazyPart("break-even", async () => (await import("#app/deal-card/fni/break-even")).BreakEven);

type Product = DealView["card"]["store"]["fniCatalog"][number];
type Option = Product["options"][number];

/** One product: what it does, its coverage and price, what it does to the payment, and the answer. */
export function FniProductRow({ product, mayAnswer }: { product: Product; mayAnswer: boolean }) {
  const { view } = useDeal();
  const t = useMessages(fniMessages);
  const format = useFormat();
  const words = productWords(product.kind, format.locale);
  const given = view.card.fni.answers[product.code];
  const [looked, setLooked] = useState<string | null>(null);
  const optionCode = looked ?? given?.optionCode ?? product.options[0]?.code ?? "";
  const option = product.options.find(({ code }) => code === optionCode) ?? product.options[0];
  const answer = useLiveValue<ProductAnswer | undefined>(`product.${product.code}`, given?.answer, (value) => ({
    type: "fni.productAnswered",
    code: product.code,
    optionCode,
    answer: value ?? "deferred",
  }));
  const chooseOption = (code: string) => {
    setLooked(code);
    // A product already taken is taken with the coverage now chosen.
    if (given?.answer === "accepted") answer.set("accepted");
  };
  return (
    <LivePlace field={`product.${product.code}`}>
      <section
        id={cardPlaces.product(product.code)}
        className="grid gap-x-6 gap-y-3 py-4 sm:grid-cols-[minmax(0,1fr)_17rem]"
      >
        <div>
          <h3 className="text-16">{words.name}</h3>
          <p className="text-ink-2">{words.does}</p>
          <p className="mt-1 text-12 text-ink-3">{t("by", { provider: product.provider })}</p>
          {product.options.length > 1 ? (
            <OptionChoice product={product} value={optionCode} onChange={chooseOption} disabled={!mayAnswer} />
          ) : option ? (
            <p className="mt-1 text-13 text-ink-3">
              <OptionWords option={option} />
            </p>
          ) : null}
        </div>
        <div className="flex flex-col gap-2">
          {option ? <ProductPrice product={product} option={option} /> : null}
          {option ? <BreakEven kind={product.kind} option={option} /> : null}
          <fieldset disabled={!mayAnswer}>
            <SegmentedControl
              label={`${words.name}: ${t("answer.label")}`}
              name={`answer-${product.code}`}
              size="medium"
              value={answer.value ?? ("" as ProductAnswer)}
              onChange={(value: ProductAnswer) => answer.set(value)}
              segments={productAnswers.map((value) => ({ value, label: t(`answer.${value}`), disabled: !mayAnswer }))}
            />
          </fieldset>
          {answer.frame.error ? <p className="text-12 text-neg">{answer.frame.error}</p> : null}
        </div>
      </section>
    </LivePlace>
  );
}

/** The price beside the choice, always with what it does by month and in all. */
function ProductPrice({ product, option }: { product: Product; option: Option }) {
  const { view } = useDeal();
  const t = useMessages(fniMessages);
  const format = useFormat();
  const effect = useMemo(() => productEffect(view, product.code, option.code), [view, product.code, option.code]);
  const { monthly, total } = effect;
  const signed = (amount: number) => format.money(amount, { sign: "always" });
  return (
    <p className="sm:text-right">
      <span className="figures block text-16 font-semibold">
        {monthly === null
          ? format.money(option.price, { cents: "whenAny" })
          : t("monthly", { amount: signed(monthly) })}
      </span>
      <span className="figures block text-12 text-ink-3">
        {t("price", { price: format.money(option.price, { cents: "whenAny" }) })}
        {total === null ? null : `, ${t("inAll", { amount: signed(total) })}`}
      </span>
    </p>
  );
}

interface OptionChoiceProps {
  product: Product;
  value: string;
  onChange: (code: string) => void;
  disabled: boolean;
}

function OptionChoice({ product, value, onChange, disabled }: OptionChoiceProps) {
  const t = useMessages(fniMessages);
  const format = useFormat();
  const words = useOptionWords();
  return (
    <SelectField
      label={t("option.label")}
      className="mt-2 max-w-96"
      disabled={disabled}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
      options={product.options.map((option) => ({
        value: option.code,
        label: `${words(option)}, ${format.money(option.price, { cents: "whenAny" })}`,
      }))}
    />
  );
}

function useOptionWords() {
  const t = useMessages(fniMessages);
  const format = useFormat();
  return ({ termMonths, miles, deductible }: Option) =>
    [
      termMonths > 0 ? t("option.term", { months: termMonths }) : t("option.loan"),
      miles > 0 ? t("option.miles", { miles: format.number(miles) }) : null,
      deductible > 0
        ? t("option.deductible", { amount: format.money(deductible, { cents: "whenAny" }) })
        : t("option.noDeductible"),
    ]
      .filter(Boolean)
      .join(", ");
}

function OptionWords({ option }: { option: Option }) {
  return useOptionWords()(option);
}
