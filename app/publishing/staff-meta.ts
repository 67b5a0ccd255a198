import type { MetaFunction } from "@remix-run/node";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { merchandisingMessages } from "./merchandising-messages";

type Place = "title" | "intake" | "prices" | "measure" | "channels";

/** A staff page's title in the reader's language; no engine indexes it. */
export const staffMeta =
  (place: Place): MetaFunction =>
  ({ matches }) => {
    const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
    const t = translator(merchandisingMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
    return [{ title: t(place) }, { name: "robots", content: "noindex" }];
  };
