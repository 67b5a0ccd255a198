import { Fault } from "#app/platform/fault";

/** What an outside cutter of photos is asked for, whoever it is. */
export interface CutOutAsked {
  image: Uint8Array;
  contentType: string;
  /** The same photo asked for again must not be paid twice, where the provider can tell. */
  idempotencyKey: string;
  signal: AbortSignal;
}

export interface PhotoProvider {
  id: string;
  /** The car alone, on nothing: PNG or WebP with transparency. */
  cutOut(asked: CutOutAsked): Promise<Uint8Array>;
}

export interface ProviderAccess {
  key: string;
  /** Another host than the provider's own, for tests. */
  baseUrl?: string;
}

const LARGEST_ANSWER = 30 * 1024 * 1024;

async function bytesOf(answer: Response, who: string): Promise<Uint8Array> {
  if (!answer.ok) {
    await answer.body?.cancel();
    // 402: nothing is left to pay with; 429 and 5xx pass by themselves; the rest is our own mistake.
    const retryable = answer.status === 429 || answer.status >= 500;
    throw new Fault(`${who} answered ${answer.status}.`, { code: "photo-provider", retryable });
  }
  const isPicture = /^image\/(png|webp)\b/.test(answer.headers.get("Content-Type") ?? "");
  const parts: Uint8Array[] = [];
  let size = 0;
  // Node's streams can be read part by part; the browser's types do not know it.
  const body = answer.body as unknown as AsyncIterable<Uint8Array> | null;
  for await (const part of body ?? []) {
    size += part.byteLength;
    if (size > LARGEST_ANSWER) break;
    parts.push(part);
  }
  if (!isPicture || size === 0 || size > LARGEST_ANSWER)
    throw new Fault(`${who} answered no picture.`, { code: "photo-provider", retryable: false });
  return Buffer.concat(parts);
}

function formOf({ image, contentType }: CutOutAsked, fields: Record<string, string>): FormData {
  const form = new FormData();
  form.set("image_file", new Blob([new Uint8Array(image)], { type: contentType }), "car");
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}

/** https://www.remove.bg/api */
export const removeBg = ({ key, baseUrl = "https://api.remove.bg" }: ProviderAccess): PhotoProvider => ({
  id: "removeBg",
  async cutOut(asked) {
    const answer = await fetch(`${baseUrl}/v1.0/removebg`, {
      method: "POST",
      headers: { "X-Api-Key": key, "Idempotency-Key": asked.idempotencyKey },
      body: formOf(asked, { size: "auto", type: "car", format: "png", channels: "rgba" }),
      signal: asked.signal,
      redirect: "error",
    });
    return bytesOf(answer, "remove.bg");
  },
});

/** https://docs.photoroom.com, the remove-background endpoint. */
export const photoroom = ({ key, baseUrl = "https://sdk.photoroom.com" }: ProviderAccess): PhotoProvider => ({
  id: "photoroom",
  async cutOut(asked) {
    const answer = await fetch(`${baseUrl}/v1/segment`, {
      method: "POST",
      headers: { "x-api-key": key, "Idempotency-Key": asked.idempotencyKey },
      body: formOf(asked, { format: "png", size: "full", crop: "false" }),
      signal: asked.signal,
      redirect: "error",
    });
    return bytesOf(answer, "Photoroom");
  },
});
