import type { MetaArgs, MetaDescriptor } from "@remix-run/node";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator, type Translate } from "#app/ui/translator";
import { showroomMessages } from "./showroom-messages";

type Title = (t: Translate<(typeof showroomMessages)["en"]>) => string;

/** The tab's title in the page's language; a screen, a lock and an invitation are nothing for a search engine. */
export function showroomMeta(title: Title): (page: Pick<MetaArgs, "matches">) => MetaDescriptor[] {
  return ({ matches }) => {
    const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
    const locale = isLocale(root?.locale) ? root.locale : defaultLocale;
    return [{ title: title(translator(showroomMessages, locale)) }, { name: "robots", content: "noindex, nofollow" }];
  };
}
