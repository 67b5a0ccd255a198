import type { ReactNode } from "react";
import { Brand } from "#app/ui/brand";
import { cx } from "#app/ui/class-names";
import { DemoMark } from "#app/ui/demo-mark";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { TopBar } from "#app/ui/top-bar";
import { accountMessages } from "./messages";

interface AccountPageProps {
  /** The store, where the installation has just one. */
  store: string | null;
  /** Beside the language, such as the switch to dark. */
  end?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** The bar and the ground of every page of accounts. */
export function AccountPage({ store, end, className, children }: AccountPageProps) {
  const t = useMessages(accountMessages);
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        wrap
        start={
          <>
            <Brand name={store ?? t("product")} />
            <DemoMark />
          </>
        }
        end={
          <>
            {end}
            <LanguageToggle />
          </>
        }
      />
      <main id="main" className={cx("mx-auto w-full px-4 pb-16", className)}>
        {children}
      </main>
    </div>
  );
}

interface QuestionProps {
  title: string;
  lead?: ReactNode;
  /** Below the sheet: another way. */
  after?: ReactNode;
  children: ReactNode;
}

/** One question on one sheet, a little above the middle, as wide as a line of text is comfortable. */
export function Question({ title, lead, after, children }: QuestionProps) {
  return (
    <div className="mx-auto w-full max-w-104 pt-[min(10vh,6rem)] max-sm:pt-8">
      <Sheet as="div" className="flex flex-col gap-5">
        <header className="flex flex-col gap-1.5">
          <h1 className="text-20">{title}</h1>
          {lead ? <p className="text-pretty text-ink-2">{lead}</p> : null}
        </header>
        {children}
      </Sheet>
      {after ? <div className="mt-4 px-6 text-13 text-pretty text-ink-2 max-sm:px-4">{after}</div> : null}
    </div>
  );
}
