// The yardstick for pages: Remix on Express with a root and one route, no loaders, no styles, no policy headers. Its page
// has as many bytes and as many elements as the page it is compared with, and goes through the same renderer and the same
// compression.
import { createServer } from "node:http";
import { PassThrough } from "node:stream";
import { createRequestHandler } from "@remix-run/express";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { Links, Meta, Outlet, RemixServer, Scripts, ScrollRestoration } from "@remix-run/react";
import compression from "compression";
import express from "express";
import { createElement as h } from "react";
import { renderToPipeableStream } from "react-dom/server";
import remixConfig from "../../remix.config.js";

const wantedBytes = Number(process.env.BENCH_PAGE_BYTES);
const wantedElements = Number(process.env.BENCH_PAGE_ELEMENTS);

/** What is put into each element: half as an attribute, half as text, of words that compress like prose. */
let fillers = [];

const WORDS = "price drive wheel month range north trade seat light mile quiet tow cargo note lease river".split(" ");

function prose(length, seed) {
  let text = "";
  for (let number = seed; text.length < length; number = (number * 31 + 7) % 9_973)
    text += `${WORDS[number % WORDS.length]} `;
  return text.slice(0, length).trimEnd().padEnd(length, "x");
}

const Root = () =>
  h(
    "html",
    { lang: "en" },
    h("head", null, h("meta", { charSet: "utf-8" }), h(Meta), h(Links)),
    h("body", null, h(Outlet), h(ScrollRestoration), h(Scripts)),
  );

const Page = () =>
  h(
    "main",
    null,
    fillers.map(({ className, text }, key) => h("p", { key, className }, text)),
  );

function handleRequest(request, status, headers, remixContext) {
  return new Promise((resolve, reject) => {
    const { pipe } = renderToPipeableStream(h(RemixServer, { context: remixContext, url: request.url }), {
      onShellReady() {
        const body = new PassThrough();
        headers.set("Content-Type", "text/html; charset=utf-8");
        resolve(new Response(createReadableStreamFromReadable(body), { headers, status }));
        pipe(body);
      },
      onShellError: reject,
    });
  });
}

const route = (id, path, parentId) => ({
  id,
  path,
  parentId,
  hasLoader: false,
  hasAction: false,
  module: "/none.js",
  imports: [],
});

const build = {
  mode: "production",
  entry: { module: { default: handleRequest } },
  routes: {
    root: { id: "root", path: "", module: { default: Root } },
    page: { id: "page", parentId: "root", path: "page", module: { default: Page } },
  },
  assets: {
    version: "bare",
    url: "/manifest.js",
    entry: { module: "/entry.js", imports: [] },
    routes: { root: route("root", ""), page: route("page", "page", "root") },
  },
  assetsBuildDirectory: "build/client",
  publicPath: "/",
  future: remixConfig.future,
  isSpaMode: false,
};

const app = express();
app.disable("x-powered-by");
app.set("etag", false);
app.use(compression());
app.all("*", createRequestHandler({ build, mode: "production" }));

/** Fills the page up to the wanted size, knowing what it weighs with empty elements. */
async function fill(url) {
  const own = Math.max(1, wantedElements - 8);
  fillers = Array.from({ length: own }, () => ({ className: "", text: "" }));
  const empty = (await (await fetch(url)).arrayBuffer()).byteLength;
  const each = Math.max(0, (wantedBytes - empty) / own);
  let given = 0;
  fillers = fillers.map((_, index) => {
    const length = Math.round((index + 1) * each) - given;
    given += length;
    const half = Math.floor(length / 2);
    return { className: prose(half, index + 1), text: prose(length - half, index + 5) };
  });
}

const server = createServer(app);
process.once("SIGTERM", () => process.exit(0));
server.listen(0, "127.0.0.1", async () => {
  const url = `http://127.0.0.1:${server.address().port}`;
  await fill(`${url}/page`);
  console.log(`ready: ${url}`);
});
