import type { MetaArgs, MetaDescriptor } from "@remix-run/node";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator, type Translate } from "#app/ui/translator";
import { accountMessages } from "./messages";

type Title = (t: Translate<(typeof accountMessages)["en"]>) => string;

/** The tab's title in the page's language. None of these pages is anything for a search engine. */
export function accountMeta(title: Title): (page: Pick<MetaArgs, "matches">) => MetaDescriptor[] {
  return ({ matches }) => {
    const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
    const locale = isLocale(root?.locale) ? root.locale : defaultLocale;
    return [{ title: title(translator(accountMessages, locale)) }, { name: "robots", content: "noindex, nofollow" }];
  };
}
