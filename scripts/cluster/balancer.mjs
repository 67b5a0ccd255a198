// The least a load balancer does: connections go to the servers in turn, past those that are not ready. It reads only the
// first header of a connection, to say who called; websockets pass like everything else.
import { once } from "node:events";
import { createServer, request } from "node:http";
import { connect } from "node:net";

const READY_EVERY_MS = 500;
const READY_WITHIN_MS = 400;
const COOKIE = "cluster_node";

async function isReady({ url }) {
  try {
    const answer = await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(READY_WITHIN_MS) });
    await answer.arrayBuffer();
    return answer.status === 200;
  } catch {
    return false;
  }
}

export async function startBalancer({ port, nodes, sticky }) {
  const ready = new Set(nodes);
  let turn = 0;
  const look = setInterval(() => {
    for (const node of nodes) void isReady(node).then((yes) => (yes ? ready.add(node) : ready.delete(node)));
  }, READY_EVERY_MS);

  function choose(headers) {
    // With nobody ready, somebody still has to say so.
    const able = ready.size > 0 ? nodes.filter((node) => ready.has(node)) : nodes;
    const wanted = sticky && new RegExp(`${COOKIE}=(\\d+)`).exec(headers.cookie ?? "")?.[1];
    return able.find((node) => String(node.port) === wanted) ?? able[turn++ % able.length];
  }
  const forwarded = ({ headers, socket }) => ({ ...headers, "x-forwarded-for": socket.remoteAddress ?? "" });

  const server = createServer((asked, answer) => {
    const node = choose(asked.headers);
    const passed = request(
      { host: "127.0.0.1", port: node.port, method: asked.method, path: asked.url, headers: forwarded(asked) },
      (reply) => {
        const headers = { ...reply.headers };
        if (sticky) headers["set-cookie"] = [...(headers["set-cookie"] ?? []), `${COOKIE}=${node.port}; Path=/`];
        answer.writeHead(reply.statusCode, headers);
        reply.pipe(answer);
      },
    );
    passed.on("error", () => (answer.headersSent ? answer.destroy() : answer.writeHead(502).end("no server answered")));
    asked.pipe(passed);
  });

  server.on("upgrade", (asked, near, head) => {
    const node = choose(asked.headers);
    const far = connect(node.port, "127.0.0.1", () => {
      const lines = Object.entries(forwarded(asked)).map(([name, value]) => `${name}: ${value}`);
      far.write(`GET ${asked.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
      far.write(head);
      near.pipe(far).pipe(near);
    });
    for (const [one, other] of [
      [near, far],
      [far, near],
    ]) {
      one.on("error", () => other.destroy());
      one.on("close", () => other.destroy());
    }
  });

  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    stop() {
      clearInterval(look);
      server.closeAllConnections();
      server.close();
    },
  };
}
