import { describe, expect, it } from "vitest";
import { refusalMessages } from "#app/deal-card/refusal-messages";
import { refusalSentence } from "#app/deal-card/refusal-sentence";
import { refuse, type RefusalCode } from "#machines/deal/deal-refusals";

describe("a refusal says what happened and what to do next", () => {
  it("with amounts and rates in the reader's own writing", () => {
    expect(refusalSentence(refuse("cashDownTooHigh", { limit: 3_699_500 }), "en")).toBe(
      "That is more than the deal costs. Enter $36,995 or less.",
    );
    expect(refusalSentence(refuse("cashDownTooHigh", { limit: 3_699_500 }), "fr")).toContain("36\u00a0995\u00a0$");
    expect(refusalSentence(refuse("rateOutsideCap", { limit: 64_900 }), "en")).toContain("6.49\u00a0%");
  });

  it.each(Object.keys(refusalMessages.en) as RefusalCode[])("%s, in both languages, with the same values", (code) => {
    const values = (text: string) => (text.match(/\{\w+\}/g) ?? []).toSorted();
    const [en, fr] = [refusalMessages.en[code], refusalMessages.fr[code]];
    expect(fr.sentence).not.toBe(en.sentence);
    expect(values(fr.sentence + fr.next)).toEqual(values(en.sentence + en.next));
  });
});
