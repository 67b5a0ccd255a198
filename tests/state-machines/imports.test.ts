import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const core = fileURLToPath(new URL("../../state-machines", import.meta.url));
const allowedPackages = new Set(["xstate", "zod", "decimal.js"]);

/**
 * What each folder of the core may import, itself apart. The store's policy and vehicles are data that the stages
 * read; a deal assembles the stages; lenders look at a deal, and the jacket at both.
 */
const mayImport: Record<string, readonly string[]> = {
  money: [],
  desking: ["money"],
  "rule-packs": ["money", "desking"],
  store: ["money", "desking"],
  stages: ["money", "desking", "store"],
  deal: ["money", "desking", "rule-packs", "store", "stages"],
  lending: ["money", "desking", "rule-packs", "store", "stages", "deal"],
  jacket: ["money", "desking", "rule-packs", "store", "stages", "deal", "lending"],
};
const rootFiles = new Set(["assert"]);

const files = readdirSync(core, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const importsOf = (file: string) => {
  const source = readFileSync(join(core, file), "utf8");
  return Array.from(source.matchAll(/(?:from|import)\s*\(?\s*"([^"]+)"/g), ([, specifier]) => specifier!);
};
const folderOf = (path: string) => (path.includes("/") ? path.split("/")[0]! : "");

test.each(files)("[A1] %s imports xstate, zod, decimal.js and the core below it", (file) => {
  for (const specifier of importsOf(file)) {
    const inside = specifier.startsWith(".") || specifier.startsWith("#machines/");
    if (!inside) {
      expect(allowedPackages, specifier).toContain(specifier);
      continue;
    }
    const target = specifier.startsWith(".")
      ? relative(core, resolve(core, dirname(file), specifier))
      : specifier.replace("#machines/", "");
    const [from, to] = [folderOf(file), folderOf(target)];
    expect(target.startsWith(".."), specifier).toBe(false);
    if (to === "") expect(rootFiles).toContain(target);
    else if (from !== to) expect(mayImport[from] ?? [], `${file} → ${target}`).toContain(to);
  }
});

test("[A1] only desking itself knows the gross: no customer's figure is near it", () => {
  const staffOnly = new Set(["desking/gross", "desking/dealer-reserve"]);
  for (const file of files.filter((name) => !staffOnly.has(name.replace(".ts", ""))))
    for (const specifier of importsOf(file)) expect(specifier, file).not.toMatch(/\/(gross|dealer-reserve)$/);
});
