import { Link } from "@remix-run/react";
import { ChevronRight } from "lucide-react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { Money, type MoneyProps } from "#app/ui/money";
import { whoVariable, type Person } from "#app/ui/person-colour";
import { uiMessages } from "#app/ui/ui-messages";

/** Another person's edit, for the minute that it is news. */
export interface JustChanged extends Person {
  /** Own edits say "you". */
  isYou?: boolean;
  /** "just now", already in words. */
  when: string;
  /** A new one plays the flash again. */
  changeId: string | number;
}

interface MoneyLineProps extends Pick<MoneyProps, "amount" | "cents" | "sign"> {
  label: ReactNode;
  /** A result (total, financed, due) stands out; an ingredient does not. */
  kind?: "result" | "ingredient";
  changed?: JustChanged | null;
  /** The lines this figure is made of. The whole row opens them, with or without JavaScript. */
  children?: ReactNode;
  /** Or: where the row leads. */
  to?: string;
  onOpen?: () => void;
  /** A word in place of the amount: "none". */
  instead?: ReactNode;
  open?: boolean;
  /** `stated`: somebody set the amount by hand. */
  tone?: "plain" | "gain" | "loss" | "stated";
  className?: string;
}

const rowClass =
  "relative flex min-h-9 w-full items-center gap-2 px-4 py-1 text-left text-body max-sm:min-h-10 max-sm:py-1.5";
const openableClass = "list-none transition-colors duration-140 hover:bg-ground focus-visible:-outline-offset-2";

/** One line of the deal: name, who changed it last, amount, chevron. Its parent sheet gives it the full width. */
export function MoneyLine({ children, to, onOpen, open, className, ...row }: MoneyLineProps) {
  if (children)
    return (
      <details className={className} open={open}>
        <summary className={cx(rowClass, openableClass)}>
          <MoneyLineRow {...row} chevron="[details[open]>summary>&]:rotate-90" />
        </summary>
        <div className="mb-2 ml-4 border-l border-line">{children}</div>
      </details>
    );
  if (to)
    return (
      <Link to={to} className={cx(rowClass, openableClass, className)}>
        <MoneyLineRow {...row} chevron="" />
      </Link>
    );
  if (onOpen)
    return (
      <button type="button" onClick={onOpen} className={cx(rowClass, openableClass, className)}>
        <MoneyLineRow {...row} chevron="" />
      </button>
    );
  return (
    <div className={cx(rowClass, className)}>
      <MoneyLineRow {...row} />
    </div>
  );
}

interface MoneyLineRowProps extends Omit<MoneyLineProps, "children" | "to" | "onOpen" | "open" | "className"> {
  chevron?: string;
}

const toneClass = { plain: "", gain: "text-pos", loss: "text-neg", stated: "text-warn" };

function MoneyLineRow({
  label,
  amount,
  cents,
  sign,
  instead,
  kind = "ingredient",
  tone = "plain",
  changed,
  chevron,
}: MoneyLineRowProps) {
  const isResult = kind === "result";
  return (
    <>
      {changed ? <Flash key={changed.changeId} who={changed.who} /> : null}
      <span className="relative flex min-w-0 flex-1 flex-wrap items-baseline gap-x-2">
        <span className={isResult ? "font-semibold text-ink" : "text-ink-2"}>{label}</span>
        {changed ? <ByLine {...changed} /> : null}
      </span>
      <span className={cx("relative", isResult ? "font-semibold" : "font-medium", toneClass[tone])}>
        {instead ? (
          <span className="font-normal text-ink-2">{instead}</span>
        ) : (
          <Money amount={amount} cents={cents} sign={sign} ink={tone === "plain" ? "split" : "plain"} live />
        )}
      </span>
      {chevron === undefined ? null : (
        <ChevronRight
          aria-hidden
          strokeWidth={1.75}
          className={cx("relative -mr-1 size-4 shrink-0 text-ink-3 transition-transform duration-140", chevron)}
        />
      )}
    </>
  );
}

/** The tint another hand leaves on a row: there at once, fading once. */
export function Flash({ who }: { who: Person["who"] }) {
  return (
    <span
      aria-hidden
      className={cx(
        whoVariable[who],
        "pointer-events-none absolute inset-0 animate-flash bg-linear-to-r from-[color-mix(in_srgb,var(--who)_18%,transparent)] to-transparent to-80%",
      )}
    />
  );
}

export function ByLine({ name, who, isYou = false, when }: Omit<JustChanged, "changeId">) {
  const t = useMessages(uiMessages);
  return (
    <span className={cx(whoVariable[who], "text-12 font-medium whitespace-nowrap text-(--who)")}>
      {isYou ? t("youJustNow", { when }) : t("byLine", { name, when })}
    </span>
  );
}

/** Lines under one another, with a hairline between groups. */
export function MoneyLines({ className, children }: { className?: string; children: ReactNode }) {
  return <div className={cx("flex flex-col", className)}>{children}</div>;
}

export const MoneyLineRule = () => <hr className="mx-4 my-1.5 border-line" />;
