import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { request } from "node:http";
import type { Socket } from "node:net";

/** A websocket with nobody polite in between: bytes go out as they are given. */
export interface RawWebsocket {
  send(text: string): void;
  /** A frame of any kind, well-formed or not. */
  frame(options: {
    opcode: number;
    payload: Uint8Array;
    masked?: boolean;
    final?: boolean;
    reserved?: number;
    length?: number;
  }): void;
  bytes(data: Uint8Array): void;
  /** Texts that came in whole frames, without caring for more. */
  received: string[];
  closed: Promise<void>;
  isClosed(): boolean;
  end(): void;
}

export interface RawHandshake {
  port: number;
  headers?: Record<string, string>;
  path?: string;
}

const defaultPath = "/socket.io/?EIO=4&transport=websocket";

/** The status that answers the handshake, and the connection where it was taken. */
export async function openRawWebsocket({
  port,
  headers = {},
  path = defaultPath,
}: RawHandshake): Promise<{ status: number; line: RawWebsocket | null }> {
  const asking = request({
    host: "127.0.0.1",
    port,
    path,
    headers: {
      Connection: "Upgrade",
      Upgrade: "websocket",
      "Sec-WebSocket-Version": "13",
      "Sec-WebSocket-Key": randomBytes(16).toString("base64"),
      ...headers,
    },
  });
  asking.end();
  return new Promise((resolve, reject) => {
    asking.on("upgrade", (_response, socket, head) => resolve({ status: 101, line: rawLine(socket, head) }));
    asking.on("response", (response) => {
      response.resume();
      resolve({ status: response.statusCode ?? 0, line: null });
    });
    // A server that cuts the line instead of answering has said no as well.
    asking.on("error", (error: NodeJS.ErrnoException) =>
      error.code === "ECONNRESET" ? resolve({ status: 0, line: null }) : reject(error),
    );
  });
}

function rawLine(socket: Socket, head: Buffer): RawWebsocket {
  const received: string[] = [];
  let gone = false;
  let rest = head;
  const take = (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    for (let frame = firstFrame(rest); frame; frame = firstFrame(rest)) {
      if (frame.opcode === 1) received.push(frame.text);
      rest = rest.subarray(frame.end);
    }
  };
  take(Buffer.alloc(0));
  socket.on("data", take);
  socket.on("error", () => undefined);
  const closed = once(socket, "close").then(() => {
    gone = true;
  });
  const write = (data: Uint8Array) => void (gone || socket.write(data));
  const frame: RawWebsocket["frame"] = ({
    opcode,
    payload,
    masked = true,
    final = true,
    reserved = 0,
    length = payload.length,
  }) => {
    const first = (final ? 0x80 : 0) | (reserved << 4) | opcode;
    const maskBit = masked ? 0x80 : 0;
    const header = Buffer.alloc(length < 126 ? 2 : length < 65_536 ? 4 : 10);
    header[0] = first;
    if (length < 126) header[1] = maskBit | length;
    else if (length < 65_536) {
      header[1] = maskBit | 126;
      header.writeUInt16BE(length, 2);
    } else {
      header[1] = maskBit | 127;
      header.writeBigUInt64BE(BigInt(length), 2);
    }
    const mask = masked ? randomBytes(4) : Buffer.alloc(0);
    const body = masked ? Buffer.from(payload.map((byte, index) => byte ^ mask[index % 4]!)) : Buffer.from(payload);
    write(Buffer.concat([header, mask, body]));
  };
  return {
    received,
    closed,
    isClosed: () => gone,
    bytes: write,
    frame,
    send: (text) => frame({ opcode: 1, payload: Buffer.from(text) }),
    end: () => socket.destroy(),
  };
}

/** Servers do not mask; the sizes here stay below four gigabytes. */
function firstFrame(data: Buffer): { opcode: number; text: string; end: number } | null {
  if (data.length < 2) return null;
  const short = data[1]! & 0x7f;
  const start = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (data.length < start) return null;
  const length = short === 126 ? data.readUInt16BE(2) : short === 127 ? Number(data.readBigUInt64BE(2)) : short;
  const end = start + length;
  return data.length < end ? null : { opcode: data[0]! & 0x0f, text: data.toString("utf8", start, end), end };
}
