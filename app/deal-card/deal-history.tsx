import { ArrowLeft, History, TrendingDown, TrendingUp } from "lucide-react";
import { whoOf } from "#app/deal-card/card-people";
import { changeSentence, type ChangeReader, type ChangeSentence } from "#app/deal-card/change-sentence";
import { historyMessages } from "#app/deal-card/history-messages";
import { Avatar } from "#app/ui/avatar";
import { Brand } from "#app/ui/brand";
import { ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { DemoMark } from "#app/ui/demo-mark";
import { EmptyState } from "#app/ui/empty-state";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useLocale, useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { TopBar, TopBarRule, TopBarTitle } from "#app/ui/top-bar";
import { useFormat } from "#app/ui/use-format";
import type { DealChange } from "#machines/deal/deal-changes";
import { type Audience, isPublicAudience } from "#machines/store/actor";

export interface DealHistoryProps {
  dealId: string;
  audience: Audience;
  dealNumber: string;
  storeName: string;
  vehicleName: string | null;
  changes: DealChange[];
  /** The staff member reading, so that their own acts say "you". */
  me?: { staffId: string; firstName: string; role: string } | null;
  /** The store's products by code, so that the sentences can name them. */
  productKinds?: Record<string, string>;
  /** May the reader look at the deal as it was? */
  mayReplay?: boolean;
}

/** Everything that was done to the deal, newest first: who, what, when, and what it did to the figures. */
export function DealHistory(props: DealHistoryProps) {
  const { dealId, dealNumber, storeName, vehicleName, changes, mayReplay = false } = props;
  const t = useMessages(historyMessages);
  return (
    <>
      <TopBar
        start={
          <>
            <Brand name={storeName} className="max-lg:[&_span]:sr-only" />
            <TopBarRule />
            <TopBarTitle number={dealNumber}>{vehicleName ?? t("deal")}</TopBarTitle>
            <DemoMark className="max-sm:hidden" />
          </>
        }
        end={<LanguageToggle />}
      />
      <main id="main" className="mx-auto w-full max-w-190 px-4 py-6">
        <div className="mb-4 flex flex-wrap items-center gap-2 sm:gap-4">
          <h1 className="mr-auto text-24">{t("title")}</h1>
          {mayReplay ? (
            <ButtonLink to={`/deals/${dealId}/replay`}>
              <History aria-hidden strokeWidth={1.75} />
              {t("replay")}
            </ButtonLink>
          ) : null}
          <ButtonLink to={`/deals/${dealId}`}>
            <ArrowLeft aria-hidden strokeWidth={1.75} />
            {t("back")}
          </ButtonLink>
        </div>
        <p className="mb-4 text-ink-2">{t("note")}</p>
        <Sheet padding="none">
          {changes.length === 0 ? <EmptyState>{t("none")}</EmptyState> : <HistoryDays {...props} />}
        </Sheet>
      </main>
    </>
  );
}

function HistoryDays({ changes, audience, me, storeName, productKinds = {} }: DealHistoryProps) {
  const format = useFormat();
  const locale = useLocale();
  const reader: ChangeReader = {
    locale,
    timeZone: format.timeZone,
    you: isPublicAudience(audience) || !me ? noStaffReader(audience) : { kind: "staff", ...me },
    storeName,
    productKinds,
  };
  const newestFirst = changes.toSorted((one, other) => other.revision - one.revision);
  const byDay = new Map<string, DealChange[]>();
  for (const change of newestFirst) {
    const day = format.date(change.at, "long");
    byDay.set(day, [...(byDay.get(day) ?? []), change]);
  }
  return [...byDay].map(([day, ofDay]) => (
    <section key={day} className="border-b border-line last:border-0">
      <h2 className="px-4 pt-4 pb-1 text-13 text-ink-3 sm:px-6">{day}</h2>
      <ol>
        {ofDay.map((change) => (
          <HistoryRow key={change.revision} change={change} reader={reader} />
        ))}
      </ol>
    </section>
  ));
}

/** The causes of the effect and the other figures that moved; together the whole of it, to the cent. */
function WhatHadAPart({ parts, others }: Pick<ChangeSentence, "parts" | "others">) {
  const lines = [...(parts.length > 0 ? [parts.join(" · ")] : []), ...others];
  return lines.map((line) => (
    <span key={line} className="block text-13 text-ink-2 first-letter:uppercase">
      {line}
    </span>
  ));
}

/** A staff page that does not know its reader calls everybody by name. */
const noStaffReader = (audience: Audience): ChangeReader["you"] =>
  isPublicAudience(audience) ? { kind: "customer" } : { kind: "staff", staffId: "", firstName: "", role: "" };

function HistoryRow({ change, reader }: { change: DealChange; reader: ChangeReader }) {
  const format = useFormat();
  const t = useMessages(historyMessages);
  const { effect, direction, cause, parts, others } = changeSentence(change, reader);
  const Icon = direction === "down" ? TrendingDown : TrendingUp;
  const name = change.by.firstName ?? (change.by.kind === "customer" ? t("customer") : reader.storeName);
  return (
    <li className="flex gap-3 px-4 py-2.5 sm:px-6">
      <Avatar name={name} who={change.by.kind === "system" ? undefined : whoOf(change.by.role)} size={28} />
      <p className="min-w-0 flex-1 pt-1">
        <span>{cause}</span>
        {change.by.seat ? (
          <Chip kind="neutral" className="ml-2">
            {t(`seat.${change.by.seat}`)}
          </Chip>
        ) : null}
        {effect ? (
          <span className="mt-0.5 flex items-center gap-1.5 font-semibold">
            {direction ? (
              <Icon
                aria-hidden
                className={direction === "down" ? "size-4 text-pos" : "size-4 text-warn-mark"}
                strokeWidth={1.75}
              />
            ) : null}
            {effect}
          </span>
        ) : null}
        <WhatHadAPart parts={parts} others={others} />
      </p>
      <time dateTime={change.at} className="figures shrink-0 pt-1 text-13 text-ink-3">
        {format.time(change.at)}
      </time>
    </li>
  );
}
