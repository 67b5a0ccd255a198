import { Form, useSubmit } from "@remix-run/react";
import { Search } from "lucide-react";
import { useEffect, useRef, useState, type FormEvent, type ReactNode } from "react";
import { Button } from "#app/ui/button";
import { CheckboxField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { SearchAnswer } from "./search-answer";
import { searchMessages } from "./search-messages";
import { searchAddress, type ListName } from "./search-wish";
import { vehicleWords } from "./vehicle-words";

/** Long enough to finish a number, short enough to feel like an answer. */
const QUIET_MS = 350;

const priceSteps = [15, 20, 25, 30, 35, 40, 45, 50].map((thousand) => thousand * 1_000);
const paymentSteps = [300, 400, 500, 600, 700, 740, 800, 900, 1_000];
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

const sortedText = (entries: Iterable<[string, FormDataEntryValue]>) =>
  [...entries].flatMap(([name, value]) => (typeof value === "string" && value ? `${name}=${value}` : [])).toSorted().join("&");

/** What the fields would have to say for this address. The page is none of theirs. */
function fieldsOf(address: string): string {
  const params = new URLSearchParams(address.split("?")[1]);
  params.delete("page");
  return sortedText(params);
}

/** Sends the form by itself: ticks at once, typing after a pause. Empty fields stay out of the address. */
function useInstantSearch(address: string) {
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const [generation, setGeneration] = useState(0);
  const stop = () => {
    if (timer.current) clearTimeout(timer.current);
  };
  useEffect(() => stop, []);
  // A link or the back button moved the address under the fields: begin them again. Their own change leaves them, and
  // the focus in them, alone.
  useEffect(() => {
    if (form.current && sortedText(new FormData(form.current)) !== fieldsOf(address)) setGeneration((count) => count + 1);
  }, [address]);
  const send = () => {
    stop();
    if (!form.current) return;
    const params = new URLSearchParams();
    for (const [name, value] of new FormData(form.current)) if (typeof value === "string" && value) params.append(name, value);
    submit(params, { action: "/inventory", replace: address !== "/inventory", preventScrollReset: true });
  };
  const onChange = (event: FormEvent<HTMLFormElement>) => {
    stop();
    const isTyped = event.target instanceof HTMLInputElement && event.target.type !== "checkbox";
    timer.current = setTimeout(send, isTyped ? QUIET_MS : 0);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    send();
  };
  return { form, generation, onChange, onSubmit };
}

/** The filters as one GET form: the address is the search. Without a script its button sends it. */
export function SearchPanel({ answer, idPrefix }: { answer: SearchAnswer; idPrefix: string }) {
  const t = useMessages(searchMessages);
  const format = useFormat();
  const { wish } = answer;
  const address = searchAddress(wish);
  const instant = useInstantSearch(address);
  const money = (dollars: number) => format.money(dollars * 100, { cents: "never" });
  const amounts = (steps: readonly number[], chosen: number | null) =>
    [...new Set(chosen === null ? steps : [...steps, chosen / 100])]
      .toSorted((a, b) => a - b)
      .map((dollars) => ({ value: String(dollars), label: money(dollars) }));
  const inDollars = (cents: number | null) => (cents === null ? "" : String(cents / 100));
  const years = Array.from({ length: Math.max(0, answer.bounds.maxYear - answer.bounds.minYear + 1) }, (_, index) => {
    const year = String(answer.bounds.maxYear - index);
    return { value: year, label: year };
  });
  const miles = [...new Set(wish.maxMiles === null ? mileSteps : [...mileSteps, wish.maxMiles])]
    .toSorted((a, b) => a - b)
    .map((count) => ({ value: String(count), label: format.miles(count) }));
  return (
    <Form key={instant.generation} ref={instant.form} method="get" action="/inventory" role="search" onChange={instant.onChange} onSubmit={instant.onSubmit} className="flex flex-col gap-5">
      <TextField id={`${idPrefix}q`} label={t("search")} hideLabel type="search" name="q" defaultValue={wish.q} placeholder={t("searchExample")} maxLength={60} icon={<Search aria-hidden />} />
      <ListFilter name="condition" answer={answer} />
      <ListFilter name="body" answer={answer} />
      <Group title={t("price")}>
        <div className="grid grid-cols-2 gap-2">
          <SelectField id={`${idPrefix}minPrice`} label={t("least")} name="minPrice" placeholder={t("any")} defaultValue={inDollars(wish.minPrice)} options={amounts(priceSteps, wish.minPrice)} />
          <SelectField id={`${idPrefix}maxPrice`} label={t("most")} name="maxPrice" placeholder={t("any")} defaultValue={inDollars(wish.maxPrice)} options={amounts(priceSteps, wish.maxPrice)} />
        </div>
      </Group>
      <Group title={t("payment")}>
        <SelectField id={`${idPrefix}maxPayment`} label={t("most")} name="maxPayment" placeholder={t("any")} defaultValue={inDollars(wish.maxPayment)} options={amounts(paymentSteps, wish.maxPayment)} hint={t("paymentHint", { down: format.money(answer.usual.cashDown, { cents: "never" }), term: answer.usual.termMonths })} />
      </Group>
      <Group title={t("year")}>
        <div className="grid grid-cols-2 gap-2">
          <SelectField id={`${idPrefix}minYear`} label={t("least")} name="minYear" placeholder={t("any")} defaultValue={String(wish.minYear ?? "")} options={years} />
          <SelectField id={`${idPrefix}maxYear`} label={t("most")} name="maxYear" placeholder={t("any")} defaultValue={String(wish.maxYear ?? "")} options={years} />
        </div>
      </Group>
      <Group title={t("miles")}>
        <SelectField id={`${idPrefix}maxMiles`} label={t("most")} name="maxMiles" placeholder={t("any")} defaultValue={String(wish.maxMiles ?? "")} options={miles} />
      </Group>
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
