import { useLineLabel } from "#app/deal-card/line-label";
import { useDeal } from "#app/deal-card/use-deal";
import { useMessages } from "#app/ui/messages";
import type { MoneyLine } from "#machines/desking/money-line";
import { chatMessages } from "./chat-messages";

type PlaceWord = keyof (typeof chatMessages)["en"]["place"];
const words = Object.keys(chatMessages.en.place) as PlaceWord[];
const isWord = (word: string): word is PlaceWord => (words as string[]).includes(word);

function findLine(lines: readonly MoneyLine[], code: string): MoneyLine | null {
  for (const line of lines) {
    const found = line.code === code ? line : findLine(line.lines ?? [], code);
    if (found) return found;
  }
  return null;
}

/** What a place of the card is called in the reader's language; a line by the name it has on the screen. */
export function usePlaceName(): (place: string) => string {
  const t = useMessages(chatMessages);
  const label = useLineLabel();
  const { worksheet } = useDeal();
  return (place) => {
    const [family = "", ...rest] = place.split(".");
    const code = rest.join(".");
    if (family === "line") {
      const line = findLine(worksheet?.summaryLines ?? [], code);
      return line ? label(line) : label({ code, label: t("place.other") });
    }
    const word = family === "figure" ? code : family;
    if (family === "product") return label({ code: place, label: t("place.products") });
    return t(`place.${isWord(word) ? word : "other"}`);
  };
}
