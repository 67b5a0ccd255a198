import { useSearchParams } from "@remix-run/react";
import { Search } from "lucide-react";
import { useState } from "react";
import { cx } from "#app/ui/class-names";
import { EmptyState } from "#app/ui/empty-state";
import { FilterTabs } from "#app/ui/filter-tabs";
import { useMessages } from "#app/ui/messages";
import { StoreBar } from "#app/ui/store-bar";
import { Sheet } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { PlaceDetailSheet } from "./place-detail-sheet";
import { storeTaxMessages } from "./store-tax-messages";
import type { PlaceRow, StoreTaxesData, TaxActAnswer } from "./store-taxes";
import { TaxesTable } from "./taxes-table";

const filters = ["all", "on", "off"] as const;
type Filter = (typeof filters)[number];

const isOn = ({ inForce }: PlaceRow) => inForce !== null && inForce.standing !== "off";
const fits: Record<Filter, (row: PlaceRow) => boolean> = {
  all: () => true,
  on: isOn,
  off: (row) => !isOn(row),
};

/** The store's taxes: every place in a line, one of them whole. Which place and which filter live in the address. */
export function StoreTaxesPage(page: StoreTaxesData & { answer: TaxActAnswer | null }) {
  const { rows, detail, answer } = page;
  const t = useMessages(storeTaxMessages);
  const [params] = useSearchParams();
  const filter = filters.find((known) => known === params.get("show")) ?? "all";
  const [query, setQuery] = useState("");
  const linkTo = (changes: Record<string, string | null>) => {
    const next = new URLSearchParams(params);
    for (const [name, value] of Object.entries(changes))
      if (value === null) next.delete(name);
      else next.set(name, value);
    const search = next.toString();
    return search ? `?${search}` : "?";
  };
  const shown = rows.filter((row) => fits[filter](row) && matches(row, query));
  return (
    <div className="flex min-h-dvh flex-col">
      <TaxesBar page={page} />
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-400 flex-1 p-4 outline-none max-sm:px-3">
        <Lead page={page} />
        <div className="mt-4 grid items-start gap-4 xl:grid-cols-[minmax(0,1fr)_440px]">
          <Sheet padding="none" className={cx("overflow-clip", detail && "max-xl:hidden")}>
            <div className="flex flex-wrap items-end justify-between gap-3 border-b border-line p-3">
              <FilterTabs
                label={t("filter.label")}
                tabs={filters.map((name) => ({
                  to: linkTo({ show: name === "all" ? null : name }),
                  name: t(`filter.${name}`),
                  count: rows.filter(fits[name]).length,
                  current: name === filter,
                }))}
              />
              <TextField
                label={t("search")}
                hideLabel
                type="search"
                placeholder={t("search")}
                icon={<Search aria-hidden strokeWidth={1.75} />}
                className="w-56 max-sm:w-full"
                value={query}
                onChange={(event) => setQuery(event.currentTarget.value)}
              />
            </div>
            {shown.length > 0 ? (
              <TaxesTable
                rows={shown}
                chosen={detail?.id ?? null}
                linkTo={(place) => linkTo({ place, version: null })}
              />
            ) : (
              <p className="p-4 text-ink-2">{t("none")}</p>
            )}
          </Sheet>
          <div className="xl:sticky xl:top-18 xl:max-h-[calc(100dvh-88px)] xl:overflow-y-auto">
            {detail ? (
              <PlaceDetailSheet
                detail={detail}
                backTo={linkTo({ place: null, version: null })}
                linkTo={(version) => linkTo({ place: detail.id, version })}
                answer={answer}
              />
            ) : (
              <div className="max-xl:hidden">
                <EmptyState>{t("detail.choose")}</EmptyState>
              </div>
            )}
          </div>
        </div>
      </main>
    </div>
  );
}

const matches = ({ en, fr, code }: PlaceRow, query: string) => {
  const wanted = query.trim().toLowerCase();
  return wanted === "" || [en, fr, code].some((name) => name.toLowerCase().includes(wanted));
};

function TaxesBar({ page }: { page: StoreTaxesData }) {
  const t = useMessages(storeTaxMessages);
  return (
    <StoreBar
      storeName={page.storeName}
      reader={`${page.reader.firstName} ${page.reader.lastName}`}
      label={t("places")}
      places={[
        { to: "/desk", name: t("desk") },
        { to: "/store/taxes", name: t("title") },
      ]}
    />
  );
}

function Lead({ page }: { page: StoreTaxesData }) {
  const t = useMessages(storeTaxMessages);
  const { locale } = useFormat();
  const own = page.rows.find(({ id }) => id === page.ownPlace);
  return (
    <header className="max-w-210">
      <h1 className="text-20">{t("title")}</h1>
      <p className="text-ink-2">{t("lead", { rule: page.ownRule })}</p>
      {own && own.inForce?.standing !== "confirmed" ? (
        <p className="text-13 text-ink-3">{t("own", { place: own[locale], rule: page.ownRule })}</p>
      ) : null}
    </header>
  );
}
