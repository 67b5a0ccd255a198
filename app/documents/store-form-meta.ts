import type { MetaFunction } from "@remix-run/node";
import type { StaffRole } from "#machines/store/actor";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { storeFormMessages } from "./store-form-messages";

/** Who says which paper the store signs on. */
export const storeFormRoles: readonly StaffRole[] = ["fniManager", "generalManager", "admin"];

export const storeFormMeta: MetaFunction = ({ matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(storeFormMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("title") }, { name: "robots", content: "noindex" }];
};
