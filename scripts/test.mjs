// npm test: everything, in the order from the quickest answer to the slowest, with one line at the end that counts.
//
//     npm test                     all of it
//     npm test -- core app         only the named steps
//
// TEST_DATABASE_URL: a PostgreSQL server whose user may create databases; the database tests run there once more.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

process.chdir(resolve(dirname(fileURLToPath(import.meta.url)), ".."));
const RESULTS = "test-results";
mkdirSync(RESULTS, { recursive: true });

const bin = (path) => join("node_modules", path);

function runNode(args, env) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } });
  return status ?? 1;
}

/** A check that is one yes or no: types, lint, format. */
function check(name, args) {
  return { name, run: () => (runNode(args) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }) };
}

/** A run that failed without a failed test, such as a file that does not load, still counts as a failure. */
function honest({ passed, failed }, status) {
  return { passed, failed: status !== 0 && failed === 0 ? 1 : failed };
}

function readReport(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : null;
}

/** Lines of a failure's message said again at the end, where they are read without scrolling through the run. */
const REASON_LINES = 8;
const ansi = new RegExp(`${String.fromCharCode(27)}\\[[0-9;]*m`, "g");

const failure = (name, message = "") => ({
  name,
  reason: message.replace(ansi, "").trim().split("\n").slice(0, REASON_LINES),
});

const vitestFailures = (report) =>
  (report?.testResults ?? []).flatMap(({ name, status, message, assertionResults }) => {
    const failed = assertionResults.filter((test) => test.status === "failed");
    const file = relative(".", name);
    if (failed.length === 0) return status === "failed" ? [failure(file, message)] : [];
    return failed.map((test) => failure(`${file} › ${test.fullName}`, test.failureMessages?.[0]));
  });

const browserFailures = (suite) => [
  ...(suite?.specs ?? [])
    .filter(({ ok }) => !ok)
    .map(({ file, line, title, tests }) =>
      failure(
        `${file}:${line} › ${title}`,
        tests.flatMap(({ results }) => results).findLast(({ error }) => error)?.error.message,
      ),
    ),
  ...(suite?.suites ?? []).flatMap(browserFailures),
];

/** Those that ask for a database of their own; the rest would only say the same twice. */
const databaseTests = () =>
  readdirSync("tests/app", { recursive: true })
    .map((path) => join("tests/app", path))
    .filter((path) => /\.test\.tsx?$/.test(path) && readFileSync(path, "utf8").includes("testDatabase("));

function vitest(name, project, { env = {}, files = [] } = {}) {
  const report = join(RESULTS, `${name.replace(/\W+/g, "-")}.json`);
  const args = [bin("vitest/vitest.mjs"), "run", "--project", project, "--passWithNoTests", ...files];
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  return {
    name,
    run() {
      rmSync(report, { force: true });
      const status = runNode([...args, ...reporters], { NODE_ENV: "test", ...env });
      const counts = readReport(report);
      const sum = honest({ passed: counts?.numPassedTests ?? 0, failed: counts?.numFailedTests ?? 0 }, status);
      return { ...sum, failures: vitestFailures(counts) };
    },
  };
}

function browser(name) {
  const report = join(RESULTS, `${name}.json`);
  return {
    name,
    run() {
      rmSync(report, { force: true });
      const status = runNode([bin("@playwright/test/cli.js"), "test", "--pass-with-no-tests"], {
        PLAYWRIGHT_JSON_OUTPUT_NAME: report,
      });
      const counts = readReport(report);
      const { expected = 0, flaky = 0, unexpected = 0 } = counts?.stats ?? {};
      return { ...honest({ passed: expected + flaky, failed: unexpected }, status), failures: browserFailures(counts) };
    },
  };
}

const steps = [
  check("typecheck", [bin("typescript/bin/tsc"), "--noEmit"]),
  check("lint", [bin("oxlint/bin/oxlint"), "--deny-warnings"]),
  check("format", [bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."]),
  vitest("architecture", "architecture"),
  vitest("core", "core"),
  vitest("app", "app", { env: { TEST_DATABASE_URL: "" } }),
  ...(process.env.TEST_DATABASE_URL ? [vitest("app on PostgreSQL", "app", { files: databaseTests() })] : []),
  vitest("scenarios", "scenarios"),
  browser("e2e"),
];

const asked = process.argv.slice(2);
const chosen = steps.filter(({ name }) => asked.length === 0 || asked.some((word) => name.split(" ")[0] === word));
const results = chosen.map((step) => {
  console.log(`\n── ${step.name}`);
  const startedAt = Date.now();
  return { name: step.name, ...step.run(), seconds: (Date.now() - startedAt) / 1000 };
});

for (const { name, failures = [] } of results) {
  for (const { name: test, reason } of failures) console.log(`\n✗ ${name}: ${test}\n    ${reason.join("\n    ")}`);
}
console.log();
for (const { name, passed, failed, seconds } of results) {
  console.log(
    `${name.padEnd(20)} ${String(passed).padStart(5)} passed ${String(failed).padStart(4)} failed  ${seconds.toFixed(1)} s`,
  );
}
if (!process.env.TEST_DATABASE_URL) console.log("PostgreSQL: not tested, TEST_DATABASE_URL is not set.");
const sum = (key) => results.reduce((total, result) => total + result[key], 0);
console.log(`${sum("passed")} passed, ${sum("failed")} failed`);
process.exit(sum("failed") === 0 && results.length > 0 ? 0 : 1);
