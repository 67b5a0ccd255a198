import { createTranslator } from "use-intl";
import type { FeatureMessages, MessageTree } from "#app/ui/define-messages";
import type { Locale } from "#app/ui/locale";

export type Translate<En extends MessageTree> = ReturnType<typeof createTranslator<En>>;

/** A typed `t` outside React: mails, documents, loaders. Inside React use `useMessages`. */
export function translator<En extends MessageTree>(
  messages: FeatureMessages<En>,
  locale: Locale,
  timeZone = "UTC",
): Translate<En> {
  // Both languages have the same keys by type; the literals are English, so French borrows its type.
  const tree = locale === "fr" ? (messages.fr as unknown as En) : messages.en;
  return createTranslator<En>({ locale, messages: tree, timeZone });
}
