import { basename } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { sourceFiles } from "./source-files";
import type { SourceFile } from "./source-files";

const LONGEST_FILE = 250;
/** Forms, tables, charts and catalogues of words are long by nature, not by neglect. */
const LONGEST_LONG_FILE = 400;
const longByNature = /(form|table|chart|messages|vectors|fields|section|visibility|stories|trims)\.tsx?$/;
const LONGEST_FUNCTION = 70;
/** Markup is taller than it is deep: a component closes every tag on a line of its own. */
const LONGEST_COMPONENT = 90;

const bannedNames = /(^|[-.])(utils?|helpers?|common|misc|types|managers?|index|v2|stuff)(\.|$)/;
const product = sourceFiles.filter(({ path }) => !path.startsWith("tests/"));

interface FunctionLength {
  where: string;
  lines: number;
}

function functionLengths({ path, parsed }: SourceFile): FunctionLength[] {
  const found: FunctionLength[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) {
      const from = parsed.getLineAndCharacterOfPosition(node.getStart()).line;
      const to = parsed.getLineAndCharacterOfPosition(node.getEnd()).line;
      found.push({ where: `${path}:${from + 1}`, lines: to - from + 1 });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

describe("files", () => {
  it("are named in kebab-case, after what they hold", () => {
    const kebab = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.(tsx?|mjs)$/;
    const misnamed = sourceFiles.filter(({ path }) => !path.startsWith("app/routes/") && !kebab.test(basename(path)));
    expect(misnamed.map(({ path }) => path)).toEqual([]);
    expect(sourceFiles.filter(({ path }) => bannedNames.test(basename(path))).map(({ path }) => path)).toEqual([]);
  });

  it("stay short enough to be read", () => {
    const limit = ({ path }: SourceFile) => (longByNature.test(path) ? LONGEST_LONG_FILE : LONGEST_FILE);
    const long = product.filter((file) => file.lines > limit(file)).map(({ path, lines }) => `${path}: ${lines}`);
    expect(long).toEqual([]);
  });

  it("hold functions that stay short enough to be understood", () => {
    const long = product
      .flatMap(functionLengths)
      .filter(({ where, lines }) => lines > (where.includes(".tsx:") ? LONGEST_COMPONENT : LONGEST_FUNCTION));
    expect(long.map(({ where, lines }) => `${where}: ${lines}`)).toEqual([]);
  });

  it("export by name; only what a framework or a command loads has a default", () => {
    const loadedByName = /^(app\/routes\/|app\/root\.tsx|app\/entry\.|scripts\/|prisma\/seed\/.*\/(render|draw)-)/;
    const withDefault = product
      .filter(({ path }) => !loadedByName.test(path))
      .filter(({ parsed }) =>
        parsed.statements.some(
          (statement) =>
            ts.isExportAssignment(statement) ||
            (ts.canHaveModifiers(statement) &&
              ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.DefaultKeyword)),
        ),
      );
    expect(withDefault.map(({ path }) => path)).toEqual([]);
  });

  it("leave what comes late to one place, which holds what the server drew until the browser has its code", () => {
    const own = product.filter(({ text }) => /\b(Suspense|lazy)\b.*from "react"/.test(text));
    expect(own.map(({ path }) => path)).toEqual(["app/ui/lazy-part.tsx"]);
  });

  it("leave nothing to be done later", () => {
    const later = sourceFiles.filter(({ text }) => /\b(TODO|FIXME|XXX)\b/.test(text));
    expect(later.map(({ path }) => path)).toEqual(["tests/architecture/house-style.test.ts"]);
  });
});
