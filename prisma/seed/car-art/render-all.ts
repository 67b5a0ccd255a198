import { renderAllCarArt } from "./render-car-art";

/** Run by scripts/run-typescript.mjs: redraws every picture under public. */
export default async function main() {
  const { pictures, bytes } = await renderAllCarArt(undefined, (words) => process.stdout.write(`${words}\n`));
  process.stdout.write(`${pictures} pictures, ${(bytes / 1_000_000).toFixed(1)} MB\n`);
}
