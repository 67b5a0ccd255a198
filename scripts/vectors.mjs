// npm run vectors: the worked examples against the core, family by family.
//
//     npm run vectors                                  the project's own, tests/worked-examples/money
//     MONEY_VECTORS=/path/to/folder npm run vectors    any other folder of the same form
//
// A family nobody knows, a field nobody reads and a figure nobody computes are errors; nothing is skipped.
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { startVitest } from "vitest/node";

const RUNNER = "tests/worked-examples/money-vectors.test.ts";

const given = process.env.MONEY_VECTORS;
if (given) process.env.MONEY_VECTORS = resolve(process.env.INIT_CWD ?? process.cwd(), given);
process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
const folder = process.env.MONEY_VECTORS ?? join(process.cwd(), "tests/worked-examples/money");

const options = { run: true, watch: false, project: ["core"], reporters: [{}] };
const vitest = await startVitest("test", [RUNNER], options);
const failures = [];
const families = new Map();

function count(test) {
  const name = test.parent.type === "suite" ? test.parent.name : null;
  const { state, errors } = test.result();
  if (name !== null) {
    const family = families.get(name) ?? { passed: 0, of: 0 };
    families.set(name, { passed: family.passed + (state === "passed" ? 1 : 0), of: family.of + 1 });
  }
  if (state !== "passed")
    failures.push({ what: `${name ?? folder}: ${test.name}`, why: errors?.[0]?.message ?? state });
}

for (const module of vitest.state.getTestModules()) {
  for (const test of module.children.allTests()) count(test);
  for (const { message } of module.errors()) failures.push({ what: folder, why: message });
  for (const suite of module.children.allSuites())
    for (const { message } of suite.errors()) failures.push({ what: suite.name, why: message });
}
for (const error of vitest.state.getUnhandledErrors()) failures.push({ what: folder, why: String(error) });
await vitest.close();

console.log(`worked examples in ${relative(process.cwd(), folder) || "."}`);
for (const [name, { passed, of }] of families)
  console.log(`${passed === of ? "✓" : "✗"} ${name.padEnd(26)} ${passed}/${of}`);
for (const { what, why } of failures) console.log(`\n✗ ${what}\n  ${why.split("\n").slice(0, 4).join("\n  ")}`);
const total = [...families.values()].reduce((sum, { of }) => sum + of, 0);
const passed = [...families.values()].reduce((sum, family) => sum + family.passed, 0);
const isGood = failures.length === 0 && total > 0 && passed === total;
console.log(`\n${isGood ? "All" : "NOT ALL"} pass: ${passed} of ${total}.`);
process.exitCode = isGood ? 0 : 1;
