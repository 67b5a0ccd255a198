import type { MetaFunction } from "@remix-run/node";
import { env } from "#app/platform/env.server";
import { Avatar, LiveDot } from "#app/ui/avatar";
import { Brand } from "#app/ui/brand";
import { ActionSection } from "#app/ui/catalogue/action-section";
import { DeskSection } from "#app/ui/catalogue/desk-section";
import { FieldSection } from "#app/ui/catalogue/field-section";
import { FigureSection } from "#app/ui/catalogue/figure-section";
import { FoundationSection } from "#app/ui/catalogue/foundation-section";
import { OverlaySection } from "#app/ui/catalogue/overlay-section";
import { StaffSection } from "#app/ui/catalogue/staff-section";
import { DemoMark } from "#app/ui/demo-mark";
import { LanguageToggle } from "#app/ui/language-toggle";
import type { StaffScreenHandle } from "#app/ui/theme";
import { ThemeToggle } from "#app/ui/theme-toggle";
import { TopBar, TopBarRule, TopBarTitle } from "#app/ui/top-bar";

/** The living catalogue of the primitives; it exists in the demo only, and follows the staff theme. */
export function loader() {
  if (!env.DEMO) throw new Response(null, { status: 404 });
  return null;
}

export const handle: StaffScreenHandle = { staffScreen: true };

export const meta: MetaFunction = () => [{ title: "Components" }, { name: "robots", content: "noindex" }];

export default function DevComponents() {
  return (
    <>
      <TopBar
        start={
          <>
            <Brand name="Lakeside Motors" className="max-sm:[&>span]:sr-only" />
            <TopBarRule />
            <TopBarTitle number="LM-1042" note="Live, saved">
              Theo’s Vista Hybrid
            </TopBarTitle>
            <DemoMark className="max-sm:hidden" />
          </>
        }
        end={
          <>
            <span className="flex items-center gap-2 max-md:hidden">
              <LiveDot /> Live
            </span>
            <Avatar name="Maya Okonjo" who={1} online />
            <ThemeToggle />
            <LanguageToggle />
          </>
        }
      />
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto flex max-w-320 flex-col gap-12 px-5 py-8 outline-none max-sm:px-4"
      >
        <h1 className="sr-only">Components</h1>
        <FigureSection />
        <FieldSection />
        <ActionSection />
        <StaffSection />
        <DeskSection />
        <OverlaySection />
        <FoundationSection />
      </main>
    </>
  );
}
