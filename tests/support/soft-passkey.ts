import { createHash, createSign, generateKeyPairSync, randomBytes } from "node:crypto";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";

/** A few shapes of CBOR, as an authenticator writes them: small numbers, bytes, texts and maps. */
function cbor(value: unknown): Buffer {
  const head = (major: number, size: number) =>
    size < 24
      ? Buffer.from([(major << 5) | size])
      : size < 256
        ? Buffer.from([(major << 5) | 24, size])
        : Buffer.from([(major << 5) | 25, size >> 8, size & 255]);
  if (typeof value === "number") return value >= 0 ? head(0, value) : head(1, -1 - value);
  if (typeof value === "string") return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)]);
  if (Buffer.isBuffer(value)) return Buffer.concat([head(2, value.length), value]);
  const entries = [...(value as Map<unknown, unknown>)];
  return Buffer.concat([head(5, entries.length), ...entries.flatMap(([key, of]) => [cbor(key), cbor(of)])]);
}

const USER_PRESENT_AND_VERIFIED = 0b101;
const WITH_KEY = 0b100_0000;
const hashed = (text: string | Buffer) => createHash("sha256").update(text).digest();

/** A key in software that answers as a phone would; `count` is what its next use says. */
export function softPasskey(origin = "http://localhost:3000") {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const id = randomBytes(20);
  const rpIdHash = hashed(new URL(origin).hostname);
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
  const counted = (count: number) => {
    const bytes = Buffer.alloc(4);
    bytes.writeUInt32BE(count);
    return bytes;
  };
  const named = { id: id.toString("base64url"), rawId: id.toString("base64url"), type: "public-key" } as const;
  return {
    ...named,
    create(challenge: string): RegistrationResponseJSON {
      const key = cbor(
        new Map<number, unknown>([
          [1, 2],
          [3, -7],
          [-1, 1],
          [-2, Buffer.from(x, "base64url")],
          [-3, Buffer.from(y, "base64url")],
        ]),
      );
      const flags = Buffer.from([USER_PRESENT_AND_VERIFIED | WITH_KEY]);
      const length = Buffer.from([0, id.length]);
      const authData = Buffer.concat([rpIdHash, flags, counted(0), Buffer.alloc(16), length, id, key]);
      const object = cbor(
        new Map<string, unknown>([
          ["fmt", "none"],
          ["attStmt", new Map()],
          ["authData", authData],
        ]),
      );
      return {
        ...named,
        clientExtensionResults: {},
        response: {
          clientDataJSON: clientData("webauthn.create", challenge).toString("base64url"),
          attestationObject: object.toString("base64url"),
          transports: ["internal"],
        },
      };
    },
    get(challenge: string, count: number, flags = USER_PRESENT_AND_VERIFIED): AuthenticationResponseJSON {
      const said = clientData("webauthn.get", challenge);
      const authData = Buffer.concat([rpIdHash, Buffer.from([flags]), counted(count)]);
      const signature = createSign("sha256")
        .update(Buffer.concat([authData, hashed(said)]))
        .sign(privateKey);
      return {
        ...named,
        clientExtensionResults: {},
        response: {
          clientDataJSON: said.toString("base64url"),
          authenticatorData: authData.toString("base64url"),
          signature: signature.toString("base64url"),
        },
      };
    },
  };
}
