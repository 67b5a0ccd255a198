import { Link } from "@remix-run/react";
import { ChevronLeft, TriangleAlert } from "lucide-react";
import { taxLineName } from "#app/deal-card/taxes/tax-sentence";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { MoneyLine, MoneyLines } from "#app/ui/money-line";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import type { RulePackPart } from "#machines/rule-packs/rule-pack-schema";
import { ConfirmationForm } from "./confirmation-form";
import { LocalRatesForm } from "./local-rates-form";
import { StandingChip } from "./standing-chip";
import { storeTaxMessages } from "./store-tax-messages";
import type { ExampleRow, PlaceDetail, TaxActAnswer } from "./store-taxes";
import { useRuleWords } from "./use-rule-words";

interface PlaceDetailProps {
  detail: PlaceDetail;
  backTo: string;
  linkTo: (version: string) => string;
  answer: TaxActAnswer | null;
}

const parts = ["rate", "tradeCredit", "rebate", "docFee", "lease"] as const satisfies readonly RulePackPart[];

/** One place's rules with their source, worked examples, the store's own word on them, and its local rates. */
export function PlaceDetailSheet({ detail, backTo, linkTo, answer }: PlaceDetailProps) {
  const t = useMessages(storeTaxMessages);
  const { locale } = useFormat();
  const { shown } = detail;
  return (
    <Sheet padding="none" className="overflow-clip">
      <div className="border-b border-line p-4">
        <Link
          to={backTo}
          className="touch-target mb-1 inline-flex items-center gap-1 text-13 text-accent-600 xl:hidden"
        >
          <ChevronLeft aria-hidden className="size-4" strokeWidth={1.75} />
          {t("detail.back")}
        </Link>
        <SheetHead
          title={detail[locale]}
          aside={<StandingChip standing={shown.standing} />}
          hint={shown.rule[locale]}
        />
        <Versions detail={detail} linkTo={linkTo} />
      </div>
      <div className="flex flex-col gap-6 p-4">
        <Parts shown={shown} />
        <Source shown={shown} />
        {shown.cautions.length > 0 || shown.used ? <Cautions shown={shown} /> : null}
        {shown.examples.length > 0 ? <Examples shown={shown} /> : null}
        <ConfirmationForm key={`${detail.id}:${shown.version}`} detail={detail} answer={answer} />
        {shown.hasLocalPart ? <LocalRatesForm key={detail.id} detail={detail} answer={answer} /> : null}
      </div>
    </Sheet>
  );
}

type Shown = PlaceDetail["shown"];

function Versions({ detail, linkTo }: Pick<PlaceDetailProps, "detail" | "linkTo">) {
  const t = useMessages(storeTaxMessages);
  if (detail.versions.length < 2) return null;
  return (
    <nav aria-label={t("detail.versions")} className="mt-2 flex flex-wrap gap-1">
      {detail.versions.map(({ version, standing }) => (
        <Link
          key={version}
          to={linkTo(version)}
          preventScrollReset
          aria-current={version === detail.shown.version ? "page" : undefined}
          className={cx(
            "touch-target rounded-cell px-2 py-1 text-13 tabular-nums",
            version === detail.shown.version ? "bg-sunken font-semibold text-ink" : "text-ink-2 hover:bg-ground",
          )}
        >
          {version}
          {standing === "confirmed" ? " ✓" : ""}
        </Link>
      ))}
    </nav>
  );
}

function Parts({ shown }: { shown: Shown }) {
  const t = useMessages(storeTaxMessages);
  const words = useRuleWords();
  const kinds = { verified: "positive", general: "neutral", open: "warning" } as const;
  return (
    <dl className="flex flex-col gap-3">
      {parts.map((part) => (
        <div key={part} className="grid grid-cols-[7.5rem_minmax(0,1fr)] gap-x-3">
          <dt className="text-13 text-ink-2">{t(`part.${part}`)}</dt>
          <dd>
            <span className="flex flex-wrap items-baseline justify-between gap-x-2">
              <span className="font-medium">{words[part](shown)}</span>
              <Chip kind={kinds[shown.parts[part].status]}>{t(`known.${shown.parts[part].status}`)}</Chip>
            </span>
            <span className="block text-13 text-ink-3">{shown.parts[part].note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Source({ shown }: { shown: Shown }) {
  const t = useMessages(storeTaxMessages);
  const format = useFormat();
  const from = format.date(shown.validFrom, "long");
  const span =
    shown.validTo === null
      ? t("detail.span.open", { from })
      : t("detail.span.closed", { from, to: format.date(shown.validTo, "long") });
  return (
    <section className="rounded-block bg-ground px-3.5 py-3">
      <h3 className="text-12 font-medium text-ink-2">{t("detail.source")}</h3>
      <p className="text-ink">{shown.source}</p>
      <p className="mt-1 text-12 text-ink-3">
        {t("detail.reviewed", { date: format.date(shown.reviewedOn, "long"), span })}{" "}
        {shown.dateBasis === "delivery" ? t("detail.delivery") : ""}
      </p>
    </section>
  );
}

function Cautions({ shown }: { shown: Shown }) {
  const t = useMessages(storeTaxMessages);
  const { locale } = useFormat();
  const sentences = [...shown.cautions.map((caution) => caution[locale]), ...(shown.used ? [t("detail.used")] : [])];
  return (
    <section>
      <h3 className="text-12 font-medium text-ink-2">{t("detail.cautions")}</h3>
      <ul className="flex flex-col gap-1.5">
        {sentences.map((sentence) => (
          <li key={sentence} className="flex gap-2 text-13">
            <TriangleAlert aria-hidden className="mt-px size-4 shrink-0 text-warn-mark" strokeWidth={1.75} />
            {sentence}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Examples({ shown }: { shown: Shown }) {
  const t = useMessages(storeTaxMessages);
  return (
    <section>
      <h3 className="text-16">{t("detail.examples")}</h3>
      <p className="mb-2 text-13 text-ink-3">
        {t("detail.examplesNote")} {shown.hasLocalPart ? t("detail.examplesLocal") : ""}
      </p>
      <div className="flex flex-col gap-2">
        {shown.examples.map((example) => (
          <Example key={example.about} example={example} />
        ))}
      </div>
    </section>
  );
}

function Example({ example }: { example: ExampleRow }) {
  const t = useMessages(storeTaxMessages);
  const format = useFormat();
  const whole = (cents: number) => format.money(cents, { cents: "whenAny" });
  const { about, sellingPrice, allowance, rebate, docFee, taxes, total } = example;
  return (
    <MoneyLines className="rounded-block border border-line py-1">
      <MoneyLine
        kind="result"
        label={t(`detail.example.${about}`, {
          price: whole(sellingPrice),
          allowance: whole(allowance),
          rebate: whole(rebate),
        })}
        amount={total}
      >
        <p className="px-4 py-1 text-12 text-ink-3">{t("detail.withFee", { amount: format.money(docFee) })}</p>
        {taxes.map(({ name, base, ratePpm, tax }) => (
          <MoneyLine
            key={name}
            label={
              <>
                {taxLineName(`tax.${name}`, name, format.locale)}{" "}
                <span className="text-12 text-ink-3">
                  {t("detail.line", { rate: format.percent(ratePpm), base: format.money(base) })}
                </span>
              </>
            }
            amount={tax}
          />
        ))}
      </MoneyLine>
    </MoneyLines>
  );
}
