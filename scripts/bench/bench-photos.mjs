// Photos of cars: the time of six renditions and of a proposal, the memory of the process that draws them, and what a
// vehicle page's slowest answers suffer while thirty photos are drawn.
import { fork } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:http";
import { constants, setPriority } from "node:os";
import { join } from "node:path";
import sharp from "sharp";

const MOST_DRAWING_MS = 1_700;
const MOST_REFINING_MS = 1_000;
const MOST_MEMORY_MB = 600;
/** A page may be this much later at its 99th percentile; both share two cores here with everything else. */
const MOST_LATER_MS = 25;
const PHOTOS = 30;

/** Twelve megapixels with the grain of a real photo: a drawn flat one would be done in no time. */
async function samplePhoto() {
  const fence = Array.from(
    { length: 60 },
    (_, bar) => `<rect x="${bar * 17}" y="80" width="4" height="300" fill="#31363a"/>`,
  );
  const car = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 750" width="4000" height="3000">
    <rect width="1000" height="430" fill="#8fa3ad"/><rect y="430" width="1000" height="320" fill="#6f6a62"/>${fence.join("")}
    <path d="M150 420 C150 380 175 375 240 365 L330 305 C345 295 360 290 385 290 L560 290 C590 290 610 298 640 318 L705 362 C790 370 835 382 840 420 L840 462 L150 462 Z" fill="#b3342a"/>
    <circle cx="290" cy="462" r="52" fill="#17181a"/><circle cx="700" cy="462" r="52" fill="#17181a"/></svg>`;
  const noise = {
    width: 4_000,
    height: 3_000,
    channels: 3,
    background: "#808080",
    noise: { type: "gaussian", mean: 128, sigma: 14 },
  };
  const grain = await sharp({ create: noise }).png({ compressionLevel: 1 }).toBuffer();
  return sharp(Buffer.from(car))
    .composite([{ input: grain, blend: "soft-light" }])
    .flatten()
    .jpeg({ quality: 88 })
    .toBuffer();
}

function startWorker() {
  const child = fork(join(process.cwd(), "build", "photo-worker", "photo-worker.server.js"), {
    serialization: "advanced",
    env: { NODE_ENV: "production", MALLOC_ARENA_MAX: "2", UV_THREADPOOL_SIZE: "2" },
    execArgv: ["--max-old-space-size=256"],
  });
  setPriority(child.pid, constants.priority.PRIORITY_LOW);
  let id = 0;
  const memory = { most: 0 };
  const ask = async (name, asked) => {
    const own = ++id;
    const startedAt = performance.now();
    child.send({ id: own, name, asked });
    for (;;) {
      const [news] = await once(child, "message");
      if (news.id !== own || "step" in news) continue;
      if ("failed" in news) throw new Error(news.failed);
      memory.most = Math.max(memory.most, news.residentBytes / 1024 / 1024);
      return { answer: news.answer, ms: performance.now() - startedAt, processorMs: news.processorMs };
    }
  };
  return { ask, memory, stop: () => child.kill() };
}

const at = (times, share) => times.toSorted((one, other) => one - other)[Math.floor(times.length * share)];

/** The 99th percentile of a small server in this process, asked again and again while something else goes on. */
async function pagesWhile(work) {
  const server = createServer((_request, response) => response.end("x".repeat(20_000))).listen(0, "127.0.0.1");
  await once(server, "listening");
  const url = `http://127.0.0.1:${server.address().port}/`;
  const times = [];
  const asked = { going: true };
  const asking = (async () => {
    while (asked.going) {
      const startedAt = performance.now();
      await (await fetch(url)).arrayBuffer();
      times.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await work();
  asked.going = false;
  await asking;
  server.close();
  return at(times, 0.99);
}

export async function benchPhotos() {
  const bytes = await samplePhoto();
  const worker = startWorker();
  const { answer: seen } = await worker.ask("inspect", { bytes });
  if ("refused" in seen) throw new Error(`the sample photo was refused: ${seen.refused}`);
  const recipe = { background: "none", mask: null, car: null, plates: [], spots: [] };
  const { answer: found, ms: proposing } = await worker.ask("propose", { photo: seen.unedited.bytes, cutOut: null });
  const strokes = [
    {
      mark: "background",
      radius: 0.02,
      points: [
        [0.1, 0.1],
        [0.9, 0.1],
      ],
    },
  ];
  const refining = [];
  const brush = { photo: seen.unedited.bytes, mask: found.mask, strokes, background: "studio" };
  for (let index = 0; index < 5; index++) refining.push((await worker.ask("refine", brush)).processorMs);
  const drawing = [];
  const working = [];
  const alone = await pagesWhile(() => new Promise((resolve) => setTimeout(resolve, 3_000)));
  const together = await pagesWhile(async () => {
    for (let index = 0; index < PHOTOS; index++) {
      const { ms, processorMs } = await worker.ask("edit", { original: seen.original, recipe });
      drawing.push(ms);
      working.push(processorMs);
    }
  });
  worker.stop();
  console.log(`
Photos of 12 megapixels, drawn in a process apart
  six renditions and a thumbnail   p50 ${at(drawing, 0.5).toFixed(0)} ms, p99 ${at(drawing, 0.99).toFixed(0)} ms, processor ${at(working, 0.5).toFixed(0)} ms
  a mask proposed, twice sought    ${proposing.toFixed(0)} ms
  a stroke of the brush            processor p50 ${at(refining, 0.5).toFixed(0)} ms
  most memory of the process       ${worker.memory.most.toFixed(0)} MB
  a page's p99, alone / meanwhile  ${alone.toFixed(1)} / ${together.toFixed(1)} ms
`);
  return [
    // Its own processor time: where others use the machine as well, the clock measures them.
    { name: "processor time of a photo's six renditions", p50: at(working, 0.5), most: MOST_DRAWING_MS },
    { name: "processor time of a brush stroke", p50: at(refining, 0.5), most: MOST_REFINING_MS },
    { name: "MB of the photo process", p50: worker.memory.most, most: MOST_MEMORY_MB },
    { name: "a page's p99 later while photos are drawn", p50: Math.max(0, together - alone), most: MOST_LATER_MS },
  ];
}
