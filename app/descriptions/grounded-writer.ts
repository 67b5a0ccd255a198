import { featureOf } from "#app/merchandising/feature-lexicon";
import type { Locale } from "#app/ui/locale";
import { pagePlans, shortPlans, type PickFeatures, type SentenceBook, type Topic } from "./sentence-book";
import { sentencesEn } from "./sentences-en";
import { sentencesFr } from "./sentences-fr";
import { segmentOf, type StoreGrounds, type VehicleGrounds } from "./vehicle-grounds";
import { textLimits, type TextChannel } from "./vehicle-text";

const books: Readonly<Record<Locale, SentenceBook>> = { en: sentencesEn, fr: sentencesFr };

export interface Draft {
  title: string;
  paragraphs: string[];
}

export interface DraftWish {
  car: VehicleGrounds;
  store: StoreGrounds;
  locale: Locale;
  channel: TextChannel;
}

/** FNV-1a: the same car, language and channel always choose the same sentences. */
function seedOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index++) {
    hash ^= text.charCodeAt(index);
    hash = Math.imul(hash, 0x01000193) >>> 0;
  }
  return hash;
}

const titleOf = ({ year, make, model, trim }: VehicleGrounds, locale: Locale) =>
  (locale === "fr" ? [make, model, trim, year] : [year, make, model, trim]).filter((part) => part !== null).join(" ");

/**
 * Writes a description from the facts alone: no fact, no sentence. It reads no notes, so nothing that stands in them can
 * find its way into a text.
 */
export function writeDraft({ car, store, locale, channel }: DraftWish): Draft {
  const seed = seedOf(`${car.vin ?? car.stockNumber}:${locale}:${channel}`);
  const segment = segmentOf(car);
  const pick: PickFeatures = (group, most) =>
    car.features.filter((code) => featureOf(code)?.group === group).slice(0, most);
  const say = (topic: Topic): string | null => {
    const variants = books[locale][topic];
    const from = seedOf(`${seed}:${topic}`) % variants.length;
    // The chosen one, or the next whose facts are known.
    for (let step = 0; step < variants.length; step++) {
      const sentence = variants[(from + step) % variants.length]?.(car, pick, store);
      if (sentence) return sentence;
    }
    return null;
  };
  const paragraph = (topics: readonly Topic[]) => topics.flatMap((topic) => say(topic) ?? []).join(" ");
  const title = titleOf(car, locale);
  switch (channel) {
    case "page":
    case "thirdParty":
      return { title, paragraphs: pagePlans[segment].map(paragraph).filter(Boolean) };
    case "social":
      return { title: "", paragraphs: [fitting(["short", ...shortPlans[segment]], say, textLimits.social.characters)] };
    case "email":
      return {
        title: title.length <= 50 ? title : [car.year, car.make, car.model].filter(Boolean).join(" ").slice(0, 50),
        paragraphs: [fitting(["opening", ...shortPlans[segment], "mileage", "closing"], say, 380)],
      };
  }
}

/** As many whole sentences, in this order, as there is room for. */
function fitting(topics: readonly Topic[], say: (topic: Topic) => string | null, most: number): string {
  let text = "";
  for (const topic of topics) {
    const sentence = say(topic);
    const longer = sentence ? (text ? `${text} ${sentence}` : sentence) : text;
    if (longer.length <= most) text = longer;
  }
  return text;
}
