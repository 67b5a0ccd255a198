import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import ts from "typescript";

const ROOTS = ["app", "state-machines", "prisma", "scripts", "tests"];
const aliases: [string, string][] = [
  ["#app/", "app/"],
  ["#machines/", "state-machines/"],
  ["#prisma/", "prisma/"],
  ["#tests/", "tests/"],
];

export interface SourceImport {
  /** A path of ours without its ending, or the name of a package. */
  target: string;
  isOurs: boolean;
  /** Gone when the file runs. */
  isTypeOnly: boolean;
}

export interface SourceFile {
  path: string;
  text: string;
  lines: number;
  parsed: ts.SourceFile;
  imports: SourceImport[];
}

function resolveTarget(path: string, specifier: string): { target: string; isOurs: boolean } {
  const alias = aliases.find(([prefix]) => specifier.startsWith(prefix));
  const isRelative = specifier.startsWith(".");
  if (!alias && !isRelative) {
    const parts = specifier.split("/");
    return { target: specifier.startsWith("@") ? parts.slice(0, 2).join("/") : (parts[0] ?? ""), isOurs: false };
  }
  const place = alias ? alias[1] + specifier.slice(alias[0].length) : join(dirname(path), specifier);
  return { target: place.replaceAll("\\", "/").replace(/\.(tsx?|mjs)$/, ""), isOurs: true };
}

function isTypeOnly(node: ts.ImportDeclaration | ts.ExportDeclaration): boolean {
  if (ts.isExportDeclaration(node)) return node.isTypeOnly;
  return node.importClause?.isTypeOnly ?? false;
}

function importsOf(path: string, parsed: ts.SourceFile): SourceImport[] {
  const found: SourceImport[] = [];
  const visit = (node: ts.Node): void => {
    if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier) {
      const specifier = (node.moduleSpecifier as ts.StringLiteral).text;
      found.push({ ...resolveTarget(path, specifier), isTypeOnly: isTypeOnly(node) });
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [specifier] = node.arguments;
      if (specifier && ts.isStringLiteral(specifier)) {
        found.push({ ...resolveTarget(path, specifier.text), isTypeOnly: false });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

function readSource(path: string): SourceFile {
  const text = readFileSync(path, "utf8");
  const parsed = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true);
  return { path, text, lines: text.trimEnd().split("\n").length, parsed, imports: importsOf(path, parsed) };
}

/** Every file of ours that holds code, generated ones aside. */
export const sourceFiles: readonly SourceFile[] = ROOTS.flatMap((root) =>
  readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative(".", join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
)
  .filter((path) => !path.startsWith("app/generated/"))
  .sort()
  .map(readSource);

/** The folder that an arrow is about: "state-machines/money", "app/deals", "app/root" for files beside the features. */
export function areaOf(path: string): string {
  const [root = "", folder = ""] = path.replace(/\.(tsx?|mjs)$/, "").split("/");
  return root === "app" || root === "state-machines" ? `${root}/${folder}` : root;
}
