// Pages over kept-alive connections, each asking for the next one as soon as the last has arrived.
import { Agent, get } from "node:http";

const CONNECTIONS = 16;
/** What a browser says of itself: a crawler is answered differently. */
const browser = { "User-Agent": "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/130 Safari/537.36" };

function fetchPage(agent, url, headers) {
  return new Promise((resolve, reject) => {
    const request = get(url, { agent, headers: { ...browser, ...headers } }, (response) => {
      let bytes = 0;
      response.on("data", (chunk) => (bytes += chunk.length));
      response.once("end", () => resolve({ status: response.statusCode, bytes }));
      response.once("error", reject);
    });
    request.once("error", reject);
  });
}

/** One round over these paths. `gzip` asks for compressed pages, as browsers do. */
export async function pageRound(server, paths, { seconds, gzip, counted }) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  const headers = { "Accept-Encoding": gzip ? "gzip" : "identity" };
  const startedAt = performance.now();
  const before = counted();
  const until = startedAt + seconds * 1_000;
  let pages = 0;
  let bytes = 0;
  let asked = 0;
  const work = async () => {
    while (performance.now() < until) {
      const page = await fetchPage(agent, server.url + paths[asked++ % paths.length], headers);
      if (page.status !== 200) throw new Error(`${server.name}: a page answered ${page.status}`);
      pages += 1;
      bytes += page.bytes;
    }
  };
  await Promise.all(Array.from({ length: CONNECTIONS }, work));
  const elapsed = (performance.now() - startedAt) / 1_000;
  const spent = counted();
  agent.destroy();
  return {
    perSecond: pages / elapsed,
    serverMicros: spent.server === null ? null : ((spent.server - before.server) * 1_000) / pages,
    loadBusy: (spent.load - before.load) / 1_000 / elapsed,
    bytes: bytes / pages,
  };
}

/** How large a page is: its bytes, and the elements it is made of, scripts' contents aside. */
export async function pageSize(url, path) {
  const response = await fetch(url + path, { headers: { ...browser, "Accept-Encoding": "identity" } });
  const html = await response.text();
  const markup = html.replaceAll(/(<script[^>]*>)[^]*?<\/script>/g, "$1");
  return { bytes: Buffer.byteLength(html), elements: markup.match(/<[a-z]/g)?.length ?? 0 };
}
