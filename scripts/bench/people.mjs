// People for the load: shoppers who start deals on vehicle pages and staff who come in through the demo's door. Everything
// goes over HTTP as a browser would do it; nothing is written into the database behind the server's back.
import { io } from "socket.io-client";
import * as leanParser from "./lean-parser.mjs";

/** The server lets one person hold twenty lines; past that it takes them for a program. */
const LINES_PER_STAFF = 18;
/** The first people of the demo's page sell and run the desk; those after them may not say everything that is sent here. */
const MOST_STAFF = 3;

const HELD = 409;

const cookieOf = (response) => response.headers.get("set-cookie")?.split(";")[0] ?? "";

async function post(url, path, form, headers) {
  const body = new URLSearchParams(form);
  const response = await fetch(url + path, {
    method: "POST",
    redirect: "manual",
    body,
    headers: { Origin: url, ...headers },
  });
  await response.arrayBuffer();
  if (response.status !== 302 && response.status !== HELD) throw new Error(`POST ${path} answered ${response.status}`);
  return response;
}

async function text(url, path) {
  const response = await fetch(url + path);
  if (!response.ok) throw new Error(`GET ${path} answered ${response.status}`);
  return response.text();
}

/** Stock numbers of the cars on the public pages; some are held for a shopper, and no other deal starts on those. */
export async function stockNumbers(url) {
  const found = (await text(url, "/sitemap.xml")).matchAll(/<loc>[^<]*\/inventory\/([^<?]+)<\/loc>/g);
  return [...new Set(Array.from(found, ([, stockNumber]) => stockNumber))];
}

async function staffCookies(url, count) {
  const page = await text(url, "/demo");
  const ids = Array.from(page.matchAll(/name="staffId" value="([^"]+)"/g), ([, id]) => id);
  const cookies = [];
  for (const staffId of ids.slice(0, count)) cookies.push(cookieOf(await post(url, "/demo", { staffId })));
  if (cookies.length === 0) throw new Error("the demo has no staff");
  return cookies;
}

/** Deals with one shopper and one member of staff each, whose cookies open their lines. */
export async function startDeals(url, count) {
  let stock = await stockNumbers(url);
  const staff = await staffCookies(url, Math.min(MOST_STAFF, Math.ceil(count / LINES_PER_STAFF)));
  const deals = [];
  for (let index = 0; index < count; index++) {
    // Starts are limited by address; the server is told to trust one proxy, which is us.
    const from = { "X-Forwarded-For": `10.0.${index >> 8}.${index & 255}` };
    const wanted = stock[index % stock.length];
    const started = await post(url, `/inventory/${wanted}`, {}, from);
    if (started.status === HELD) {
      stock = stock.filter((stockNumber) => stockNumber !== wanted);
      if (stock.length === 0) throw new Error("every car is held");
      index -= 1;
      continue;
    }
    const dealId = started.headers.get("location").replace(/^\/deals\//, "");
    const shopper = cookieOf(started);
    // Where the store has too few people, the second one is the shopper on another device.
    deals.push({ dealId, cookies: [shopper, staff[Math.floor(index / LINES_PER_STAFF)] ?? shopper] });
  }
  return deals;
}

/** The same number of rooms on a server that knows nobody. */
export const echoDeals = (count) =>
  Array.from({ length: count }, (_, index) => ({ dealId: `d-${index}`, cookies: ["", ""] }));

let lines = 0;

export async function openLine(url, dealId, cookie, lastRevision) {
  // Lines are counted by address as well; the people of the load come from a few hundred.
  const from = `10.1.${(lines >> 3) & 255}.${lines++ & 7}`;
  const socket = io(url, {
    transports: ["websocket"],
    extraHeaders: { Origin: url, Cookie: cookie, "X-Forwarded-For": from },
    reconnection: false,
    forceNew: true,
    parser: leanParser,
  });
  await new Promise((resolve, reject) => {
    socket.once("connect", resolve);
    socket.once("connect_error", reject);
  });
  const message = { dealId, ...(lastRevision === undefined ? {} : { lastRevision }) };
  const answer = await socket.timeout(30_000).emitWithAck("deal:join", message);
  if (answer.status !== "joined") throw new Error(`joining ${dealId} was answered ${answer.status}`);
  return { socket, dealId, cookie, caughtUp: answer.caughtUp };
}

/** Everybody on their card: a list of deals, each a list of two lines. */
export async function joinDeals(url, deals) {
  const joined = [];
  for (const { dealId, cookies } of deals)
    joined.push(await Promise.all(cookies.map((cookie) => openLine(url, dealId, cookie))));
  return joined;
}

export const leaveDeals = (joined) => joined.flat().forEach(({ socket }) => socket.disconnect());
