import { lookup as systemLookup, type LookupAddress } from "node:dns";
import { type IncomingMessage, request as httpRequest } from "node:http";
import { request as httpsRequest } from "node:https";
import { isIP, type LookupFunction } from "node:net";
import { isPublicAddress } from "./public-address.server";

/** What a fetch for a stranger keeps to. Tests loosen one rule at a time. */
export interface RemoteRules {
  protocols: readonly string[];
  ports: readonly number[];
  isAllowed: (address: string) => boolean;
  lookup: typeof systemLookup;
  timeoutMs: number;
  mostBytes: number;
}

export const strictRules: RemoteRules = {
  protocols: ["https:"],
  ports: [443],
  isAllowed: isPublicAddress,
  lookup: systemLookup,
  timeoutMs: 10_000,
  mostBytes: 15 * 1024 * 1024,
};

const LONGEST_ADDRESS = 2_000;
const DEFAULT_PORTS: Record<string, number> = { "https:": 443, "http:": 80 };

function readAddress(text: string, { protocols, ports, isAllowed }: RemoteRules): URL | null {
  if (text.length > LONGEST_ADDRESS || !URL.canParse(text)) return null;
  const url = new URL(text);
  const port = Number(url.port) || (DEFAULT_PORTS[url.protocol] ?? 0);
  if (!protocols.includes(url.protocol) || !ports.includes(port)) return null;
  if (url.username !== "" || url.password !== "") return null;
  // The parser has already written decimal, hexadecimal and octal addresses as what they are.
  const host = url.hostname.replace(/^\[|\]$/g, "");
  return isIP(host) !== 0 && !isAllowed(host) ? null : url;
}

/** The address that is checked here is the one that is connected to: a name asked a second time may answer another. */
const checkedLookup =
  ({ lookup, isAllowed }: RemoteRules): LookupFunction =>
  (hostname, options, done) =>
    lookup(hostname, { ...options, all: true }, (error, found: LookupAddress[]) => {
      if (error) return done(error, "", 4);
      const first = found[0];
      if (!first || found.some(({ address }) => !isAllowed(address))) return done(new Error("not allowed"), "", 4);
      return options.all ? done(null, [first]) : done(null, first.address, first.family);
    });

function collect(answer: IncomingMessage, mostBytes: number): Promise<Buffer | null> {
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    answer.on("data", (part: Buffer) => {
      size += part.byteLength;
      if (size > mostBytes) {
        answer.destroy();
        resolve(null);
      } else parts.push(part);
    });
    answer.on("end", () => resolve(Buffer.concat(parts)));
    answer.on("error", () => resolve(null));
    answer.on("aborted", () => resolve(null));
  });
}

/**
 * Fetches a file from an address that somebody typed. Null for everything that is not allowed or does not work, one
 * answer for all: who asks learns nothing about our networks. No redirect is followed, nothing compressed is taken, and
 * nothing of ours is sent along.
 */
export async function fetchRemoteFile(text: string, rules: RemoteRules = strictRules): Promise<Buffer | null> {
  const url = readAddress(text, rules);
  if (!url) return null;
  const signal = AbortSignal.timeout(rules.timeoutMs);
  const open = url.protocol === "https:" ? httpsRequest : httpRequest;
  return new Promise((resolve) => {
    const nothing = () => resolve(null);
    const sent = open(url, {
      method: "GET",
      agent: false,
      signal,
      lookup: checkedLookup(rules),
      headers: {
        Accept: "image/jpeg,image/png,image/webp",
        "Accept-Encoding": "identity",
        "User-Agent": "deal-jacket",
      },
    });
    signal.addEventListener("abort", nothing);
    sent.on("error", nothing);
    sent.on("response", (answer) => {
      const { "content-length": length, "content-encoding": coding, "content-type": type } = answer.headers;
      const fits =
        answer.statusCode === 200 &&
        (coding === undefined || coding === "identity") &&
        (type === undefined || type.startsWith("image/")) &&
        Number(length ?? 0) <= rules.mostBytes;
      if (!fits) {
        answer.destroy();
        return nothing();
      }
      collect(answer, rules.mostBytes).then(resolve, nothing);
    });
    sent.end();
  });
}
