import type { MetaFunction } from "@remix-run/node";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { signingMessages } from "./signing-messages";

/** The title of a page of a signing, in the reader's language; no search engine keeps it. */
export const signingMeta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(signingMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("title") }, { name: "robots", content: "noindex" }];
};
