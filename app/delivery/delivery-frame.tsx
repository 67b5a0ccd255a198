import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { Brand } from "#app/ui/brand";
import { cx } from "#app/ui/class-names";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { ThemeToggle } from "#app/ui/theme-toggle";
import { TopBar, TopBarRule } from "#app/ui/top-bar";
import { deliveryDeskMessages } from "./delivery-desk-messages";

interface DeliveryFrameProps {
  storeName: string;
  current: "board" | "drives" | "deal";
  /** Narrow pages are read or signed; the board is looked over. */
  width?: "narrow" | "wide";
  children: ReactNode;
}

const place =
  "touch-target rounded-cell px-2 py-1.5 whitespace-nowrap text-ink-2 transition-colors duration-140 hover:bg-ground hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink";

/** The bar and the column of every page about deliveries and drives. */
export function DeliveryFrame({ storeName, current, width = "wide", children }: DeliveryFrameProps) {
  const t = useMessages(deliveryDeskMessages);
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        start={
          <>
            <Brand name={storeName} to="/desk" className="max-lg:[&_span]:sr-only" />
            <TopBarRule />
            <nav aria-label={t("places")} className="flex min-w-0 items-center gap-1 overflow-x-auto scrollbar-none">
              <Link to="/desk" className={place}>
                {t("desk")}
              </Link>
              <Link to="/desk/delivery" className={place} aria-current={current === "board" ? "page" : undefined}>
                {t("title")}
              </Link>
              <Link to="/desk/drives" className={place} aria-current={current === "drives" ? "page" : undefined}>
                {t("drives")}
              </Link>
            </nav>
          </>
        }
        end={
          <>
            <ThemeToggle className="max-sm:hidden" />
            <LanguageToggle className="max-sm:hidden" />
          </>
        }
      />
      <main
        id="main"
        tabIndex={-1}
        className={cx(
          "mx-auto w-full flex-1 p-4 outline-none max-sm:px-3",
          width === "wide" ? "max-w-320" : "max-w-190",
        )}
      >
        {children}
      </main>
    </div>
  );
}
