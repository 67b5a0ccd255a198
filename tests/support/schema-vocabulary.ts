import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const require = createRequire(import.meta.url);

/** schema.org's classes and properties in its own form, read out of the types that schema-dts makes from them. */
export function schemaVocabulary(): { "@graph": object[] } {
  const folder = dirname(require.resolve("schema-dts"));
  const text = readFileSync(join(folder, "schema.d.ts"), "utf8");
  const parents = new Map<string, Set<string>>();
  const domains = new Map<string, Set<string>>();
  const nameOf = (written: string) => written.replace(/(Base|Leaf)$/, "");
  for (const [, written = "", before = "", body = ""] of text.matchAll(
    /^(?:export )?interface (\w+(?:Base|Leaf)) extends ([^{]+) \{\n([\s\S]*?)^\}/gm,
  )) {
    const name = nameOf(written);
    const above = parents.get(name) ?? new Set();
    for (const [one] of before.matchAll(/\w+(?:Base|Leaf)\b/g)) if (nameOf(one) !== name) above.add(nameOf(one));
    parents.set(name, above);
    for (const [, property = ""] of body.matchAll(/^ {4}"(\w+)"\?:/gm))
      domains.set(property, (domains.get(property) ?? new Set()).add(name));
  }
  const named = (names: Iterable<string>) => [...names].map((name) => ({ "@id": `schema:${name}` }));
  return {
    "@graph": [
      ...[...parents].map(([name, above]) => ({
        "@id": `schema:${name}`,
        "@type": "rdfs:Class",
        "rdfs:subClassOf": named(above),
      })),
      ...[...domains].map(([property, of]) => ({
        "@id": `schema:${property}`,
        "@type": "rdf:Property",
        "schema:domainIncludes": named(of),
      })),
    ],
  };
}
