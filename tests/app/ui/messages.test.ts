import { describe, expect, test } from "vitest";
import { defineMessages, type FeatureMessages, type MessageTree } from "#app/ui/define-messages";
import { translator } from "#app/ui/translator";

const files = import.meta.glob<Record<string, unknown>>("../../../app/**/*messages.ts", { eager: true });

const isTree = (value: unknown): value is MessageTree => typeof value === "object" && value !== null;
const isFeature = (value: unknown): value is FeatureMessages => isTree(value) && "en" in value && "fr" in value;

/** Every message by its path: `stage.locked`. */
function flat(tree: MessageTree, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] =>
    isTree(value) ? flat(value, `${path}${key}.`) : [[path + key, value as string]],
  );
}

/** Names of the values a message takes: a brace opened in text names one, a brace opened inside one holds text again. */
function argumentsOf(message: string): string[] {
  const names = new Set<string>();
  let depth = 0;
  for (let at = 0; at < message.length; at += 1) {
    if (message[at] === "{") {
      if (depth % 2 === 0) names.add(/^\{\s*(\w+)/.exec(message.slice(at))?.[1] ?? "?");
      depth += 1;
    } else if (message[at] === "}") depth -= 1;
  }
  return [...names].sort();
}

const tagsOf = (message: string) => [...new Set(message.match(/<\w+>/g))].sort();

const features = Object.entries(files).flatMap(([file, exported]) =>
  Object.values(exported)
    .filter(isFeature)
    .map((feature) => [file.replace("../../../", ""), feature] as const),
);

const branchOf = (key: string) => key.split(".")[0] ?? "";

/** Every sentence about a change is told who did it and whether that is the reader; English needs the second less often. */
const alwaysTold = (file: string) => (file.endsWith("cause-messages.ts") ? ["who", "you"] : []);

describe.each(features)("%s", (file, feature) => {
  const english = flat(feature.en);
  const french = new Map(flat(feature.fr));

  test("French asks for no value that English never names, and has the same tags", () => {
    // Messages of one branch are called alike, so French may use a value that only its sisters name in English.
    const known = new Map<string, Set<string>>();
    for (const [key, message] of english) {
      const names = known.get(branchOf(key)) ?? new Set();
      known.set(branchOf(key), new Set([...names, ...argumentsOf(message)]));
    }
    for (const [key, message] of english) {
      const other = french.get(key) ?? "";
      const names = [...(known.get(branchOf(key)) ?? []), ...alwaysTold(file)];
      const strange = argumentsOf(other).filter((name) => !names.includes(name));
      expect([key, strange, tagsOf(other)]).toEqual([key, [], tagsOf(message)]);
    }
  });

  test("French is silent only where English is", () => {
    const silent = english.filter(([key, message]) => message.trim() !== "" && !french.get(key)?.trim());
    expect(silent.map(([key]) => key)).toEqual([]);
  });
});

describe("a typed translator", () => {
  const messages = defineMessages({
    en: { saved: "{minutes, number} min saved", cars: { found: "{count, plural, one {# car} other {# cars}}" } },
    fr: { saved: "{minutes, number} min gagnées", cars: { found: "{count, plural, one {# auto} other {# autos}}" } },
  });

  test("speaks both languages with their own plurals", () => {
    expect(translator(messages, "en")("cars.found", { count: 0 })).toBe("0 cars");
    expect(translator(messages, "fr")("cars.found", { count: 0 })).toBe("0 auto");
    expect(translator(messages, "fr")("saved", { minutes: 24 })).toBe("24 min gagnées");
  });

  test("a missing French key and a missing value do not compile", () => {
    // @ts-expect-error the French key is missing
    defineMessages({ en: { title: "Title" }, fr: {} });
    // @ts-expect-error a French key too many
    defineMessages({ en: { title: "Title" }, fr: { title: "Titre", extra: "De trop" } });
    const t = translator(messages, "en");
    // @ts-expect-error the value is missing
    const withoutValue = () => t("saved", {});
    // @ts-expect-error no such key
    const withoutKey = () => t("lost");
    expect([withoutValue, withoutKey]).toHaveLength(2);
  });
});
