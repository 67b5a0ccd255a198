import { FileText } from "lucide-react";
import { useEffect } from "react";
import { useCardPanel } from "#app/deal-card/card-panels";
import { useLineLabel } from "#app/deal-card/line-label";
import { keptPriceMessages } from "#app/deal-card/promise/kept-price-messages";
import { usePromise, useStoreDay } from "#app/deal-card/promise/use-promise";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import { useSend } from "#app/deal-card/use-send";
import { DifferenceLines } from "#app/promises/difference-lines";
import { Button } from "#app/ui/button";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { promiseTotal } from "#machines/deal/promise-slice";
import { differencesKey, type PromiseCompared } from "#machines/deal/promise-differences";

/** What `/deals/:dealId/promises` answers. */
interface PromiseLinks {
  promises: { number: string; page: string; paper: string }[];
}

/** Keeps the figures as a promise, shows what was kept, and where the deal now asks for more. */
export function PromisePanel() {
  const { panel, openPanel } = useCardPanel();
  const t = useMessages(keptPriceMessages);
  const voice = useReaderVoice();
  return (
    <Drawer
      open={panel === "promise"}
      onOpenChange={(next) => openPanel(next ? "promise" : null)}
      title={t("title", { ...voice })}
    >
      <div className="flex flex-col gap-5 p-4">
        <Keep />
        <Compared />
        <KeptList />
      </div>
    </Drawer>
  );
}

function Keep() {
  const { view, worksheet } = useDeal();
  const t = useMessages(keptPriceMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { busy, act } = useSend();
  const { vehicle } = view.card.vehicle;
  const newest = view.card.promises.list.at(-1)?.content;
  if (!vehicle || view.life !== "open") return null;
  const works = worksheet?.chosen.ok ?? false;
  return (
    <section>
      <p className="text-pretty text-ink-2">{t("lead", { date: format.date(vehicle.priceGoodThrough) })}</p>
      <Button
        kind={newest ? "outline" : "primary"}
        size="large"
        wide
        busy={busy}
        locked={works ? undefined : t("none")}
        onClick={() => void act({ type: "promise.requested" })}
        className="mt-4"
      >
        {newest ? t("again") : t("act")}
      </Button>
      {view.card.people.customer.email ? (
        <p className="mt-2 text-center text-12 text-ink-3">{t("mail", { ...voice })}</p>
      ) : null}
    </section>
  );
}

function Compared() {
  const promise = usePromise();
  const t = useMessages(keptPriceMessages);
  const labelOf = useLineLabel();
  if (!promise) return null;
  if (promise.differences.length === 0)
    return <p className="rounded-block bg-pos-ground px-3.5 py-2.5 text-pos">{t("same")}</p>;
  return (
    <section
      aria-label={t("row.differs", { count: promise.differences.length })}
      className="rounded-block border border-line px-3.5 py-1.5"
    >
      <DifferenceLines differences={promise.differences} labelOf={labelOf} />
      <Agreement promise={promise} />
    </section>
  );
}

function Agreement({ promise }: { promise: PromiseCompared }) {
  const { isStaff, view } = useDeal();
  const t = useMessages(keptPriceMessages);
  const voice = useReaderVoice();
  const { busy, act } = useSend();
  if (promise.acknowledged) return <p className="py-2 text-13 text-pos">{t("agreed", { ...voice })}</p>;
  if (isStaff) return <p className="py-2 text-13 text-ink-3">{t("onlyCustomer")}</p>;
  if (view.life !== "open") return null;
  const { number, differences } = promise;
  const agree = () => act({ type: "promise.differencesAcknowledged", number, key: differencesKey(differences) });
  return (
    <Button wide busy={busy} onClick={() => void agree()} className="my-2">
      {t("agree")}
    </Button>
  );
}

function KeptList() {
  const { view, dealId } = useDeal();
  const { panel } = useCardPanel();
  const t = useMessages(keptPriceMessages);
  const { data, failed, load } = useJson<PromiseLinks>();
  const { list } = view.card.promises;
  const count = list.length;
  useEffect(() => {
    if (panel === "promise" && count > 0) void load(`/deals/${dealId}/promises`);
  }, [panel, count, dealId, load]);
  if (count === 0) return null;
  return (
    <section aria-label={t("list")} aria-live="polite">
      <h3 className="mb-1 text-13 font-semibold text-ink-2">{t("list")}</h3>
      <ul>
        {list.toReversed().map(({ content }) => (
          <KeptItem
            key={content.number}
            content={content}
            links={data?.promises.find(({ number }) => number === content.number)}
          />
        ))}
      </ul>
      {failed ? (
        <p role="alert" className="text-13 text-neg">
          {t("linksFailed")}
        </p>
      ) : null}
    </section>
  );
}

type Kept = ReturnType<typeof useDeal>["view"]["card"]["promises"]["list"][number]["content"];

function KeptItem({ content, links }: { content: Kept; links: PromiseLinks["promises"][number] | undefined }) {
  const { view } = useDeal();
  const t = useMessages(keptPriceMessages);
  const format = useFormat();
  const today = useStoreDay();
  const { figures, goodThrough, keptOn } = content;
  const isOver = today !== null && goodThrough < today;
  const isOther = content.vehicle.stockNumber !== view.card.vehicle.vehicle?.stockNumber;
  return (
    <li className="border-b border-line py-3 last:border-0">
      <p className="figures flex justify-between gap-3 font-semibold">
        <span>{content.number}</span>
        <span>{t("total", { total: format.money(promiseTotal(content)) })}</span>
      </p>
      <p className="text-13 text-ink-2">
        {t(isOver ? "over" : "keptOn", { date: format.date(keptOn), until: format.date(goodThrough) })}
        {isOther ? `, ${t("otherCar")}` : ""}
      </p>
      {figures.payment === null ? null : (
        <p className="figures text-13 text-ink-2">
          {t("payment", { payment: format.money(figures.payment), count: figures.numberOfPayments })}
        </p>
      )}
      <p className="mt-1 flex min-h-9 items-center gap-5">
        {links ? (
          <>
            <a
              href={links.paper}
              target="_blank"
              rel="noreferrer"
              className="link touch-target flex items-center gap-1.5"
            >
              <FileText aria-hidden className="size-4" strokeWidth={1.75} />
              {t("paper")}
            </a>
            <a href={links.page} target="_blank" rel="noreferrer" className="link touch-target">
              {t("page")}
            </a>
          </>
        ) : null}
      </p>
    </li>
  );
}
