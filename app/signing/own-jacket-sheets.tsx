import { Check, Circle } from "lucide-react";
import type { ReactNode } from "react";
import { productName } from "#app/deal-card/product-names";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import type { OwnJacket } from "./own-jacket";
import { ownJacketMessages } from "./own-jacket-messages";

/** Products, promises, old loans, title and whom to ask: what stays with the customer when the car has left. */
export function OwnJacketSheets({ jacket }: { jacket: OwnJacket }) {
  const t = useMessages(ownJacketMessages);
  const [first, second = ""] = jacket.contacts.people;
  return (
    <>
      <Products products={jacket.products} />
      <Promises promises={jacket.promises} />
      <Payoffs payoffs={jacket.payoffs} />
      {jacket.title ? <Title title={jacket.title} /> : null}
      <Part title={t("contacts")}>
        <p className="font-medium">{jacket.contacts.store}</p>
        <p className="flex flex-wrap gap-x-4">
          <a className="link touch-target" href={`tel:${jacket.contacts.phone.replaceAll(/[^\d+]/g, "")}`}>
            {jacket.contacts.phone}
          </a>
          <a className="link touch-target" href={`mailto:${jacket.contacts.email}`}>
            {jacket.contacts.email}
          </a>
        </p>
        {first ? (
          <p className="text-13 text-ink-3">{t("people", { first, hasSecond: second ? "yes" : "no", second })}</p>
        ) : null}
      </Part>
    </>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Sheet padding={16} className="flex flex-col gap-2">
      <SheetHead title={title} level={2} />
      {children}
    </Sheet>
  );
}

/** What it is and what is said of it, and at the end of the row its figure or its day. */
function Row({ name, note, end }: { name: ReactNode; note: ReactNode; end: ReactNode }) {
  return (
    <li className="flex items-baseline justify-between gap-4 py-2">
      <span className="min-w-0">
        <span className="block font-medium">{name}</span>
        <span className="block text-13 text-ink-3">{note}</span>
      </span>
      <span className="figures shrink-0">{end}</span>
    </li>
  );
}

function Products({ products }: Pick<OwnJacket, "products">) {
  const t = useMessages(ownJacketMessages);
  const format = useFormat();
  if (products.length === 0) return null;
  return (
    <Part title={t("products")}>
      <ul className="divide-y divide-line">
        {products.map(({ code, kind, provider, months, miles, price }) => (
          <Row
            key={code}
            name={productName(kind, format.locale)}
            note={t("provider", {
              provider,
              months,
              hasMiles: miles > 0 ? "yes" : "no",
              miles: format.number(miles),
            })}
            end={format.money(price)}
          />
        ))}
      </ul>
    </Part>
  );
}

function Promises({ promises }: Pick<OwnJacket, "promises">) {
  const t = useMessages(ownJacketMessages);
  const format = useFormat();
  return (
    <Part title={t("promises")}>
      {promises.length === 0 ? <p className="text-ink-2">{t("noPromises")}</p> : null}
      <ul className="divide-y divide-line">
        {promises.map(({ itemId, text, by, dueOn, keptAt, note }) => (
          <Row
            key={itemId}
            name={text}
            note={note || t("promisedBy", { hasName: by ? "yes" : "no", name: by, day: format.date(dueOn, "long") })}
            end={
              keptAt ? (
                <span className="text-13 text-pos">{t("kept", { day: format.date(keptAt, "short") })}</span>
              ) : null
            }
          />
        ))}
      </ul>
    </Part>
  );
}

function Payoffs({ payoffs }: Pick<OwnJacket, "payoffs">) {
  const t = useMessages(ownJacketMessages);
  const format = useFormat();
  if (payoffs.length === 0) return null;
  return (
    <Part title={t("payoffs")}>
      <ul className="divide-y divide-line">
        {payoffs.map(({ car, lender, amount, goodThrough, authorized, sent }, at) => (
          <Row
            key={`${car} ${at}`}
            name={t("payoff", { lender, car })}
            note={
              sent ? (
                <span className="text-pos">{t("payoffSent", { day: format.date(sent.on, "long") })}</span>
              ) : (
                <>
                  {t("goodThrough", { day: format.date(goodThrough, "long") })}.{" "}
                  {t(authorized ? "authorized" : "notAuthorized")}
                </>
              )
            }
            end={format.money(sent?.amount ?? amount)}
          />
        ))}
      </ul>
    </Part>
  );
}

function Title({ title: { steps, tagExpiresOn } }: { title: NonNullable<OwnJacket["title"]> }) {
  const t = useMessages(ownJacketMessages);
  const format = useFormat();
  return (
    <Part title={t("title")}>
      <ol className="flex flex-col gap-2">
        {steps.map(({ step, doneAt }) => (
          <li key={step} className="flex items-center gap-3">
            {doneAt ? (
              <Check aria-hidden className="size-5 shrink-0 text-pos" strokeWidth={2} />
            ) : (
              <Circle aria-hidden className="size-5 shrink-0 text-ink-3" strokeWidth={1.5} />
            )}
            <span className={doneAt ? "" : "text-ink-2"}>{t(`steps.${step}`)}</span>
            <span className="ml-auto text-13 text-ink-3">{doneAt ? format.date(doneAt, "short") : t("coming")}</span>
          </li>
        ))}
      </ol>
      {tagExpiresOn ? (
        <p className="text-13 text-ink-2">{t("tag", { day: format.date(tagExpiresOn, "long") })}</p>
      ) : null}
    </Part>
  );
}
