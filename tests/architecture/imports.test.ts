import { describe, expect, it } from "vitest";
import { areaOf, sourceFiles } from "./source-files";
import type { SourceFile, SourceImport } from "./source-files";

/** A file's imports that a rule forbids, as "from → to", so that a failure says where to look. */
function forbidden(rule: (imported: SourceImport, file: SourceFile) => boolean): string[] {
  return sourceFiles.flatMap((file) =>
    file.imports.filter((imported) => rule(imported, file)).map(({ target }) => `${file.path} → ${target}`),
  );
}

const isCore = (path: string) => path.startsWith("state-machines/");
const isApp = (path: string) => path.startsWith("app/");
const area = (imported: SourceImport) => areaOf(imported.target);

/** Below the features, in app/: what every feature may use. */
const foundations = new Set(["app/platform", "app/ui", "app/styles", "app/generated"]);
/** Above the features, in app/: what no feature may use. */
const entrances = new Set(["app/routes", "app/server", "app/root", "app/entry.server", "app/entry.client"]);
const isFeature = (name: string) => isApp(name) && !foundations.has(name) && !entrances.has(name);

/** Inside the core: a folder imports itself and those before it. */
const coreOrder = ["assert", "money", "desking", "rule-packs", "store", "stages", "deal", "lending"];
/** Beside the deal's own machine: they may look at it, and it does not know them. */
const coreLast = ["jacket", "vehicle-hold", "connection"];

function coreRank(path: string): number {
  const folder = areaOf(path).slice("state-machines/".length);
  const rank = coreOrder.indexOf(folder);
  return rank >= 0 ? rank : coreOrder.length;
}

describe("the core", () => {
  it("imports xstate, zod, decimal arithmetic and itself", () => {
    const packages = new Set(["xstate", "zod", "decimal.js"]);
    expect(
      forbidden(({ isOurs, target }, { path }) => isCore(path) && (isOurs ? !isCore(target) : !packages.has(target))),
    ).toEqual([]);
  });

  it("has no folder that this table does not know", () => {
    const known = new Set([...coreOrder, ...coreLast].map((name) => `state-machines/${name}`));
    const present = new Set(sourceFiles.filter(({ path }) => isCore(path)).map(({ path }) => areaOf(path)));
    expect([...present].filter((name) => !known.has(name))).toEqual([]);
  });

  it("points one way: money ← desking ← rule-packs ← store ← stages ← deal", () => {
    expect(
      forbidden((imported, { path }) => isCore(path) && imported.isOurs && coreRank(imported.target) > coreRank(path)),
    ).toEqual([]);
  });
});

describe("the arrows: core ← features ← routes ← server", () => {
  it("the platform knows no trade words: it imports nothing of ours but assertions and the database client", () => {
    const allowed = new Set(["app/platform", "app/generated", "state-machines/assert"]);
    expect(
      forbidden(
        (imported, { path }) => areaOf(path) === "app/platform" && imported.isOurs && !allowed.has(area(imported)),
      ),
    ).toEqual([]);
  });

  it("the primitives of the interface know no feature and no server", () => {
    const allowed = new Set(["app/ui", "app/styles"]);
    expect(
      forbidden(
        (imported, { path }) =>
          areaOf(path) === "app/ui" && imported.isOurs && !allowed.has(area(imported)) && !isCore(imported.target),
      ),
    ).toEqual([]);
  });

  it("features import no route, no entry and nothing of the server", () => {
    expect(forbidden((imported, { path }) => isFeature(areaOf(path)) && entrances.has(area(imported)))).toEqual([]);
  });

  it("routes import nothing of the server", () => {
    expect(forbidden((imported, { path }) => areaOf(path) === "app/routes" && area(imported) === "app/server")).toEqual(
      [],
    );
  });

  it("deals import no other feature: effects leave as jobs, news returns through the feed", () => {
    expect(
      forbidden(
        (imported, { path }) =>
          areaOf(path) === "app/deals" && area(imported) !== "app/deals" && isFeature(area(imported)),
      ),
    ).toEqual([]);
  });

  it("payments, lenders and documents do not import each other", () => {
    const apart = ["app/payments", "app/lenders", "app/documents"];
    expect(
      forbidden(
        (imported, { path }) =>
          apart.includes(areaOf(path)) && apart.includes(area(imported)) && area(imported) !== areaOf(path),
      ),
    ).toEqual([]);
  });

  it("nothing imports the tests", () => {
    expect(forbidden(({ target }, { path }) => target.startsWith("tests/") && !path.startsWith("tests/"))).toEqual([]);
  });

  it("the product takes nothing from the seed but the catalogue of drawn cars", () => {
    expect(
      forbidden(
        ({ target }, { path }) =>
          isApp(path) && target.startsWith("prisma/") && target !== "prisma/seed/car-art/car-art-catalog",
      ),
    ).toEqual([]);
  });
});

describe("browser code", () => {
  const isServerFile = (path: string) => path.endsWith(".server");
  /** Remix takes loaders and actions out of these before the browser sees them. */
  const isSplitByRemix = (path: string) => path.startsWith("app/routes/") || path === "app/root.tsx";

  it("imports no .server file", () => {
    const runsInBrowser = ({ path }: SourceFile) =>
      (isApp(path) || isCore(path)) && !/\.server\.tsx?$/.test(path) && !isSplitByRemix(path);
    expect(
      forbidden((imported, file) => runsInBrowser(file) && !imported.isTypeOnly && isServerFile(imported.target)),
    ).toEqual([]);
  });

  it("imports nothing of Node", () => {
    const isNodeSide = (path: string) => /\.server\.tsx?$|\.mjs$/.test(path) || isSplitByRemix(path);
    expect(
      forbidden(
        ({ target }, { path }) => (isApp(path) || isCore(path)) && !isNodeSide(path) && target.startsWith("node:"),
      ),
    ).toEqual([]);
  });
});
