import { Form, Link, NavLink } from "@remix-run/react";
import { Search } from "lucide-react";
import type { ReactNode } from "react";
import { paymentRoles } from "#app/payments/store-payments";
import { Avatar, LiveDot } from "#app/ui/avatar";
import { Brand } from "#app/ui/brand";
import { cx } from "#app/ui/class-names";
import { DemoMark } from "#app/ui/demo-mark";
import { controlClass } from "#app/ui/field-frame";
import { KeyHint } from "#app/ui/key-hint";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { ThemeToggle } from "#app/ui/theme-toggle";
import { TopBar, TopBarRule } from "#app/ui/top-bar";
import { merchandisingRoles } from "#app/publishing/merchandising-roles";
import { taxRoles } from "#app/taxes/store-taxes";
import { useDeskPage } from "./desk-context";
import { deskMessages } from "./desk-messages";
import { financeDeskRoles } from "./desk-roles";
import type { DeskLine } from "./use-desk-rows";

interface DeskBarProps {
  storeName: string;
  title: string;
  line: DeskLine;
  search: ReactNode;
}

/** The bar of both desks: where you are, the search, the state of the line, and you. */
export function DeskBar({ storeName, title, line, search }: DeskBarProps) {
  const t = useMessages(deskMessages);
  const { reader } = useDeskPage();
  const name = `${reader.firstName} ${reader.lastName}`;
  return (
    <TopBar
      className="lg:static"
      start={
        <>
          <Brand name={storeName} to="/desk" className="max-md:[&_span]:sr-only" />
          <span className="max-lg:hidden">
            <TopBarRule />
          </span>
          <h1 className="sr-only">{title}</h1>
        </>
      }
      places={<DeskPlaces />}
      end={
        <>
          {search}
          <DemoMark className="max-lg:hidden" />
          <LineState line={line} />
          <TopBarRule />
          <ThemeToggle className="max-sm:hidden" />
          <LanguageToggle className="max-sm:hidden" />
          <Link
            to="/staff/sign-out"
            aria-label={t("signOut", { name })}
            title={t("signOut", { name })}
            className="touch-target flex items-center gap-2.5 rounded-full"
          >
            <span className="text-ink-2 max-xl:hidden">{name}</span>
            <Avatar name={name} who={3} size={28} />
          </Link>
        </>
      }
    />
  );
}

/** The desks this person has; one alone is only named. */
function DeskPlaces() {
  const t = useMessages(deskMessages);
  const { reader } = useDeskPage();
  const places = [
    { to: "/desk", name: t("title") },
    { to: "/desk/delivery", name: t("deliveries") },
    ...(financeDeskRoles.includes(reader.role) ? [{ to: "/finance", name: t("finance") }] : []),
    ...(merchandisingRoles.includes(reader.role) ? [{ to: "/merchandising", name: t("merchandising") }] : []),
    ...(paymentRoles.includes(reader.role) ? [{ to: "/store/payments", name: t("payments") }] : []),
    ...(taxRoles.includes(reader.role) ? [{ to: "/store/taxes", name: t("taxes") }] : []),
  ];
  return (
    <nav aria-label={t("places")} className="flex items-center gap-1">
      {places.map(({ to, name }) => (
        <NavLink
          key={to}
          to={to}
          className="touch-target rounded-cell px-2 py-1.5 whitespace-nowrap text-ink-2 transition-colors duration-140 hover:bg-ground hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {name}
        </NavLink>
      ))}
    </nav>
  );
}

function LineState({ line }: { line: DeskLine }) {
  const t = useMessages(deskMessages);
  return (
    <p role="status" className="flex items-center gap-2 font-medium max-sm:mr-2">
      <LiveDot live={line === "live"} />
      <span className="max-sm:sr-only">{t(`line.${line}`)}</span>
    </p>
  );
}

interface DeskSearchProps {
  query: string;
  /** Values of the address that the search keeps. */
  keep: Readonly<Record<string, string>>;
  onSearch: (query: string) => void;
  className?: string;
}

/** Filters as one types; without JavaScript it is a form like any other. `/` reaches it, Esc leaves it. */
export function DeskSearch({ query, keep, onSearch, className }: DeskSearchProps) {
  const t = useMessages(deskMessages);
  return (
    <Form
      role="search"
      className={cx("relative flex items-center", className)}
      onSubmit={(event) => {
        event.preventDefault();
        (document.activeElement as HTMLElement | null)?.blur();
      }}
    >
      {Object.entries(keep).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Search aria-hidden className="pointer-events-none absolute left-3 size-4 text-ink-3" strokeWidth={1.75} />
      <input
        type="search"
        name="q"
        defaultValue={query}
        data-key="/"
        aria-label={t("searchLabel")}
        placeholder={t("search")}
        maxLength={80}
        className={cx(controlClass(), "pr-9! pl-9! [&::-webkit-search-cancel-button]:appearance-none")}
        onChange={(event) => onSearch(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.currentTarget.value = "";
          onSearch("");
          event.currentTarget.blur();
        }}
      />
      <span aria-hidden className="absolute right-2 max-md:hidden">
        <KeyHint>/</KeyHint>
      </span>
    </Form>
  );
}
