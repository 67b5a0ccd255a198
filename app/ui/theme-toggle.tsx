import { Form, useLocation, useRouteLoaderData } from "@remix-run/react";
import { Moon, Sun } from "lucide-react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import type { RootData } from "#app/ui/root-data";
import { uiMessages } from "#app/ui/ui-messages";

/** Light or dark, on staff screens only. */
export function ThemeToggle({ className }: { className?: string }) {
  const t = useMessages(uiMessages);
  const { pathname, search } = useLocation();
  const isDark = useRouteLoaderData<RootData>("root")?.theme === "dark";
  const Icon = isDark ? Sun : Moon;
  return (
    <Form method="post" action="/theme" preventScrollReset className={className}>
      <input type="hidden" name="redirectTo" value={pathname + search} />
      <Button
        kind="quiet"
        icon
        type="submit"
        name="theme"
        value={isDark ? "light" : "dark"}
        aria-label={`${t("theme")}: ${isDark ? t("light") : t("dark")}`}
      >
        <Icon aria-hidden strokeWidth={1.75} />
      </Button>
    </Form>
  );
}
