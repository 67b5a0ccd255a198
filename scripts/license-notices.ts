import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const FILE = "licenses.txt";
const LINE = "-".repeat(80);

/** The folder of the package that a bundled module comes from; null for our own. */
function packageFolder(id: string): string | null {
  const [path = ""] = id.replace(/^\0/, "").split("?");
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(path)?.[0] ?? null;
}

/** One package's name and the whole text of its license; null for what is no package. */
function noticeOf(folder: string): string | null {
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) return null;
  const { name, version, license } = JSON.parse(readFileSync(manifest, "utf8")) as Record<string, string>;
  const file = readdirSync(folder).find((one) => /^(licen[cs]e|copying)(\.(md|txt))?$/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : `License: ${license}`;
  return `${name} ${version}\n\n${text}`;
}

/**
 * What the browser runs carries no license comments: the same banner in every little file is three kilobytes of a vehicle's
 * page. The licenses of everything bundled stand whole in one file beside it instead, at /licenses.txt.
 */
export const licenseNotices = (): Plugin => {
  let isServer = false;
  return {
    name: "license-notices",
    apply: "build",
    configResolved: ({ build: { ssr } }) => {
      isServer = Boolean(ssr);
    },
    generateBundle() {
      if (isServer) return;
      const folders = new Set([...this.getModuleIds()].flatMap((id) => packageFolder(id) ?? []));
      const notices = [...folders].flatMap((folder) => noticeOf(folder) ?? []).toSorted();
      this.emitFile({ type: "asset", fileName: FILE, source: `${notices.join(`\n\n${LINE}\n\n`)}\n` });
    },
  };
};
