import { Form, useLocation } from "@remix-run/react";
import { cx } from "#app/ui/class-names";
import { locales } from "#app/ui/locale";
import { useLocale, useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";

/** EN | FR: a form, so that it works before and without JavaScript, and comes back to the same page. */
export function LanguageToggle({ className }: { className?: string }) {
  const current = useLocale();
  const t = useMessages(uiMessages);
  const { pathname, search } = useLocation();
  const names = { en: t("english"), fr: t("french") };
  return (
    <Form method="post" action="/language" preventScrollReset className={className}>
      <input type="hidden" name="redirectTo" value={pathname + search} />
      <div role="group" aria-label={t("language")} className="flex items-center">
        {locales.map((locale) => (
          <button
            key={locale}
            name="language"
            value={locale}
            lang={locale}
            title={names[locale]}
            aria-pressed={locale === current}
            className={cx(
              "touch-target rounded-chip px-1 py-1 text-13 uppercase",
              locale === current ? "font-semibold text-ink" : "text-ink-3 hover:text-ink",
            )}
          >
            {locale}
          </button>
        ))}
      </div>
    </Form>
  );
}
