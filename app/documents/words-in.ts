import type { FeatureMessages, MessageTree } from "#app/ui/define-messages";
import type { Locale } from "#app/ui/locale";
import { type Translate, translator } from "#app/ui/translator";

const kept = new WeakMap<FeatureMessages, Map<Locale, unknown>>();

/** A form's words in its language. They are kept with what was read of them: a jacket asks for a thousand. */
export function wordsIn<En extends MessageTree>(messages: FeatureMessages<En>, locale: Locale): Translate<En> {
  const byLocale = kept.get(messages) ?? new Map<Locale, unknown>();
  kept.set(messages, byLocale);
  const known = byLocale.get(locale) as Translate<En> | undefined;
  const words = known ?? translator(messages, locale);
  byLocale.set(locale, words);
  return words;
}
