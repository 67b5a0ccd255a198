import type { MetaFunction } from "@remix-run/node";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { jacketMessages } from "./jacket-messages";

export const documentsMeta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(jacketMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("title") }, { name: "robots", content: "noindex" }];
};
