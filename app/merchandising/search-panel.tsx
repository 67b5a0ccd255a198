import { Form } from "@remix-run/react";
import { Search } from "lucide-react";
import { useRef, type ReactNode } from "react";
import { Button } from "#app/ui/button";
import { CheckboxField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { amountOptions } from "./amount-options";
import { PaymentFilter } from "./payment-filter";
import type { SearchAnswer } from "./search-answer";
import { searchMessages } from "./search-messages";
import { searchAddress, type ListName } from "./search-wish";
import type { AskedSearch } from "./use-asked-search";
import { useInstantSearch } from "./use-instant-search";
import { vehicleWords } from "./vehicle-words";

/** Steps in dollars and miles that shoppers think in; a value from the address joins them. */
const priceSteps = [15_000, 20_000, 25_000, 30_000, 35_000, 40_000, 45_000, 50_000];
const mileSteps = [1_000, 15_000, 30_000, 45_000, 60_000, 75_000];

/** What a value of a list is called. */
export function useListWords() {
  const words = useMessages(vehicleWords);
  return (name: ListName, value: string): string => {
    switch (name) {
      case "make":
        return value;
      case "body":
        return words(`bodies.${value as keyof typeof vehicleWords.en.bodies}`);
      case "fuel":
        return words(`fuel.${value as keyof typeof vehicleWords.en.fuel}`);
      case "condition":
        return words(`condition.${value as keyof typeof vehicleWords.en.condition}`);
      case "drivetrain":
        return words(`drivetrain.${value as keyof typeof vehicleWords.en.drivetrain}`);
    }
  };
}

interface SearchPanelProps {
  answer: SearchAnswer;
  /** The panel stands twice on a page, one of them hidden: their fields need names of their own. */
  idPrefix: string;
}

/** The filters as one GET form: the address is the search. Without a script its button sends it. */
export function SearchPanel({ answer, asked, idPrefix }: SearchPanelProps & { asked: AskedSearch }) {
  const t = useMessages(searchMessages);
  const { wish } = answer;
  const form = useRef<HTMLFormElement>(null);
  const { onChange, onSubmit } = useInstantSearch(form, asked, searchAddress(wish));
  return (
    <Form
      ref={form}
      method="get"
      action="/inventory"
      role="search"
      onChange={onChange}
      onSubmit={onSubmit}
      className="flex flex-col gap-5"
    >
      <TextField
        id={`${idPrefix}q`}
        label={t("search")}
        hideLabel
        type="search"
        name="q"
        defaultValue={wish.q}
        placeholder={t("searchExample")}
        maxLength={60}
        icon={<Search aria-hidden />}
      />
      <ListFilter name="condition" answer={answer} />
      <ListFilter name="body" answer={answer} />
      <AmountFilters answer={answer} idPrefix={idPrefix} />
      <ListFilter name="make" answer={answer} />
      <ListFilter name="fuel" answer={answer} />
      <ListFilter name="drivetrain" answer={answer} />
      {wish.sort === "newest" ? null : <input type="hidden" name="sort" value={wish.sort} />}
      {wish.stock.length > 0 ? <input type="hidden" name="stock" value={wish.stock.join(".")} /> : null}
      <noscript>
        <Button type="submit" wide>
          {t("show")}
        </Button>
      </noscript>
    </Form>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="min-w-0">
      <legend className="mb-1.5 text-13 font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

/** Price, payment, year and miles: from the browser's own lists. */
function AmountFilters({ answer, idPrefix }: SearchPanelProps) {
  const { wish, bounds } = answer;
  const t = useMessages(searchMessages);
  const format = useFormat();
  const money = (dollars: number) => format.money(dollars * 100, { cents: "never" });
  const dollars = (cents: number | null) => (cents === null ? null : cents / 100);
  const years = Array.from({ length: Math.max(0, bounds.maxYear - bounds.minYear + 1) }, (_, index) => {
    const year = String(bounds.maxYear - index);
    return { value: year, label: year };
  });
  const prices = (cents: number | null) => amountOptions(priceSteps, dollars(cents), money);
  const field = (name: "minPrice" | "maxPrice" | "minYear" | "maxYear" | "maxMiles", value: number | null) => ({
    id: idPrefix + name,
    name,
    label: t(name.startsWith("min") ? "least" : "most"),
    placeholder: t("any"),
    defaultValue: String(value ?? ""),
  });
  return (
    <>
      <Group title={t("price")}>
        <div className="grid grid-cols-2 gap-2">
          <SelectField {...field("minPrice", dollars(wish.minPrice))} options={prices(wish.minPrice)} />
          <SelectField {...field("maxPrice", dollars(wish.maxPrice))} options={prices(wish.maxPrice)} />
        </div>
      </Group>
      <Group title={t("payment")}>
        <PaymentFilter answer={answer} idPrefix={idPrefix} />
      </Group>
      <Group title={t("year")}>
        <div className="grid grid-cols-2 gap-2">
          <SelectField {...field("minYear", wish.minYear)} options={years} />
          <SelectField {...field("maxYear", wish.maxYear)} options={years} />
        </div>
      </Group>
      <Group title={t("miles")}>
        <SelectField
          {...field("maxMiles", wish.maxMiles)}
          options={amountOptions(mileSteps, wish.maxMiles, format.miles)}
        />
      </Group>
    </>
  );
}

/** One list of ticks; each says how many cars it would show with the rest of the search kept. */
function ListFilter({ name, answer }: { name: ListName; answer: SearchAnswer }) {
  const t = useMessages(searchMessages);
  const words = useListWords();
  const wanted: readonly string[] = answer.wish[name];
  return (
    <Group title={t(name)}>
      {answer.facets[name].map(({ value, count }) => (
        <CheckboxField
          key={value}
          name={name}
          value={value}
          defaultChecked={wanted.includes(value)}
          label={
            <span className="flex justify-between gap-2">
              <span className={count === 0 ? "text-ink-3" : undefined}>{words(name, value)}</span>
              <span className="figures text-13 text-ink-3">{count}</span>
            </span>
          }
        />
      ))}
    </Group>
  );
}
