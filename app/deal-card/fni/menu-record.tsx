import { useMemo, useState } from "react";
import { menuMessages } from "#app/deal-card/fni/menu-messages";
import { productName } from "#app/deal-card/product-names";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { blockOnPhone } from "#app/deal-card/stage-panel";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useLocale, useMessages } from "#app/ui/messages";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { eligibilityFacts } from "#machines/deal/deal-completeness";
import { numbersFrom } from "#machines/deal/deal-view";
import { menuIsSigned, menuKey, menuOf } from "#machines/deal/menu-catalog";
import { menuColumns } from "#machines/deal/menu-columns";
import { fniIsComplete } from "#machines/stages/fni";
import { type MenuNeeds, parkingPlaces, roadKinds } from "#machines/stages/menu-needs";
import { recommendedProducts } from "#machines/stages/recommended-products";

const usual: MenuNeeds = { milesPerYear: 12_000, keepYears: 5, parking: "driveway", roads: "city", drivers: 1 };

/** A few questions about how the car will be used, what they speak for, the menu's columns, and the signed record. */
export function MenuRecord() {
  const { role } = useActionReader();
  const mayAnswer = role === "customer" || role === "fniManager";
  return (
    <div className="flex min-w-0 flex-col gap-4">
      {mayAnswer ? <NeedsForm /> : null}
      <Recommended />
      <Columns mayAnswer={mayAnswer} />
      <SignedRecord />
    </div>
  );
}

function NeedsForm() {
  const { view } = useDeal();
  const t = useMessages(menuMessages);
  const { busy, act } = useSend();
  const [needs, setNeeds] = useState<MenuNeeds>(view.card.fni.needs ?? usual);
  const number = (name: "milesPerYear" | "keepYears" | "drivers", min: number, max: number) => (
    <TextField
      type="number"
      min={min}
      max={max}
      label={t(`needs.${name}`)}
      value={needs[name]}
      onChange={(event) => setNeeds({ ...needs, [name]: Math.round(Number(event.currentTarget.value)) })}
    />
  );
  return (
    <form
      className={cx(blockOnPhone, "flex flex-col gap-3 rounded-block bg-ground p-4")}
      onSubmit={(event) => {
        event.preventDefault();
        void act({ type: "fni.needsAnswered", ...needs });
      }}
    >
      <h3 className="text-16">{t("needs.title")}</h3>
      <p className="text-13 text-ink-3">{t("needs.lead")}</p>
      <div className="grid gap-3 sm:grid-cols-3">
        {number("milesPerYear", 1_000, 60_000)}
        {number("keepYears", 1, 15)}
        {number("drivers", 1, 8)}
        <SelectField
          label={t("needs.parking")}
          value={needs.parking}
          onChange={(event) => setNeeds({ ...needs, parking: event.currentTarget.value as MenuNeeds["parking"] })}
          options={parkingPlaces.map((value) => ({ value, label: t(`needs.place.${value}`) }))}
        />
        <SelectField
          label={t("needs.roads")}
          value={needs.roads}
          onChange={(event) => setNeeds({ ...needs, roads: event.currentTarget.value as MenuNeeds["roads"] })}
          options={roadKinds.map((value) => ({ value, label: t(`needs.road.${value}`) }))}
        />
      </div>
      <Button type="submit" busy={busy} className="self-start">
        {t("needs.save")}
      </Button>
    </form>
  );
}

function Recommended() {
  const { view } = useDeal();
  const t = useMessages(menuMessages);
  const locale = useLocale();
  const { needs } = view.card.fni;
  if (!needs) return null;
  const products = menuOf(view.card);
  const ranked = recommendedProducts(products, needs, eligibilityFacts(view.card)?.loanToValue ?? null);
  if (ranked.length === 0) return null;
  return (
    <section className={blockOnPhone}>
      <h3 className="text-16">{t("recommended")}</h3>
      <ol className="mt-1 flex flex-col gap-1 text-13 text-ink-2">
        {ranked.map(({ code, reason }) => (
          <li key={code}>
            <strong className="font-semibold text-ink">
              {productName(products.find((product) => product.code === code)?.kind, locale)}
            </strong>
            : {t(`reason.${reason}`)}
          </li>
        ))}
      </ol>
    </section>
  );
}

function Columns({ mayAnswer }: { mayAnswer: boolean }) {
  const { view } = useDeal();
  const t = useMessages(menuMessages);
  const format = useFormat();
  const { busy, act } = useSend();
  const columns = useMemo(() => menuColumns(numbersFrom(view)), [view]);
  const kinds = new Map(menuOf(view.card).map(({ code, kind }) => [code, kind]));
  const take = async (products: (typeof columns)[number]["products"]) => {
    const wanted = new Map(products.map(({ code, optionCode }) => [code, optionCode]));
    for (const product of columns[0]?.products ?? []) {
      const optionCode = wanted.get(product.code) ?? product.optionCode;
      const answer = wanted.has(product.code) ? "accepted" : "declined";
      if (!(await act({ type: "fni.productAnswered", code: product.code, optionCode, answer }))) return;
    }
  };
  if (columns.length === 0) return null;
  return (
    <section className="flex flex-col gap-2">
      <h3 className="text-16">{t("columns.title")}</h3>
      <div className="grid gap-3 sm:grid-cols-3">
        {columns.map(({ name, products, price, terms }) => (
          <article
            key={name}
            className="flex min-w-0 flex-col gap-2 rounded-block border border-line bg-surface p-3 max-sm:rounded-sheet max-sm:p-4"
          >
            <h4 className="font-semibold">{t(`columns.${name}`)}</h4>
            <ul className="text-13 text-ink-2">
              {products.map((product) => (
                <li key={product.code} className="flex justify-between gap-2">
                  <span>{productName(kinds.get(product.code), format.locale)}</span>
                  <span className="figures">{format.money(product.price, { cents: "whenAny" })}</span>
                </li>
              ))}
            </ul>
            <p className="figures mt-auto border-t border-line pt-2 font-semibold">
              {format.money(price, { cents: "whenAny" })}
            </p>
            {terms.map(({ termMonths, payment, more, aprDisclosed, totalOfPayments }) => (
              <p key={termMonths} className="text-12 text-ink-3 tabular-nums">
                {t("columns.term", { months: String(termMonths), apr: aprDisclosed ?? "" })}
                <span className="block text-13 font-medium text-ink">
                  {t("columns.payment", {
                    payment: format.money(payment),
                    more: format.money(more, { sign: "always" }),
                  })}
                </span>
                <span className="block">{t("columns.total", { total: format.money(totalOfPayments) })}</span>
              </p>
            ))}
            {mayAnswer ? (
              <Button busy={busy} onClick={() => void take(products)}>
                {t("columns.take")}
              </Button>
            ) : null}
          </article>
        ))}
      </div>
      <p className="text-12 text-ink-3">{t("columns.note")}</p>
    </section>
  );
}

function SignedRecord() {
  const { view } = useDeal();
  const t = useMessages(menuMessages);
  const format = useFormat();
  const { role } = useActionReader();
  const { busy, act } = useSend();
  const [name, setName] = useState("");
  const facts = eligibilityFacts(view.card);
  const { signed } = view.card.fni;
  if (signed && menuIsSigned(view.card))
    return (
      <p className="font-medium text-pos" role="status">
        {t("signed", { name: signed.name, time: format.dateTime(signed.at) })}
      </p>
    );
  if (role !== "customer" || !facts || !fniIsComplete(view.card.fni, menuOf(view.card), facts)) return null;
  return (
    <form
      className={cx(blockOnPhone, "flex gap-3 max-sm:flex-col sm:items-start")}
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) void act({ type: "fni.menuSigned", signedName: name.trim(), key: menuKey(view.card) });
      }}
    >
      <TextField
        className="min-w-0 flex-1"
        label={t("sign.name")}
        hint={t(signed ? "sign.again" : "sign.hint")}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={80}
      />
      <Button type="submit" busy={busy} className="sm:mt-5">
        {t("sign.act")}
      </Button>
    </form>
  );
}
