import { log } from "#app/platform/log.server";
import { remember } from "#app/platform/remember.server";
import { photoPreset, providerKey, takeFromMonth } from "./photo-preset.server";
import { type PhotoProvider, photoroom, type ProviderAccess, removeBg } from "./photo-provider.server";

const PATIENCE_MS = 25_000;

const makers = { removeBg, photoroom } satisfies Record<string, (access: ProviderAccess) => PhotoProvider>;

/** Other hosts for tests. */
const hosts = remember<{ baseUrl?: string }>("photoProviderHost", () => ({}));
export function useProviderHost(baseUrl: string | null): void {
  if (baseUrl === null) delete hosts.baseUrl;
  else hosts.baseUrl = baseUrl;
}

/**
 * The car as the store's provider cuts it out; null where the store has none, its month is used up, or the provider
 * does not answer: then the car is sought here.
 */
export async function providerCutOut(
  { id, rooftopId, wish }: { id: string; rooftopId: string; wish: number },
  photo: Uint8Array,
): Promise<Uint8Array | null> {
  const { provider, monthlyLimit } = await photoPreset(rooftopId);
  const key = provider === "builtIn" ? null : await providerKey(rooftopId);
  if (provider === "builtIn" || key === null || !(await takeFromMonth(rooftopId, monthlyLimit))) return null;
  try {
    return await makers[provider]({ key, ...hosts }).cutOut({
      image: photo,
      contentType: "image/webp",
      idempotencyKey: `${id}-${wish}`,
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    log.warn({ err: error, provider, photoId: id }, "the photo provider did not cut the car out");
    return null;
  }
}
