import { drawQrCode } from "#app/accounts/qr-code.server";
import { drawPricePromise } from "#app/documents/forms/price-promise.server";
import { env } from "#app/platform/env.server";
import { translator } from "#app/ui/translator";
import { promiseUrl } from "./promise-address.server";
import { promiseMessages } from "./promise-messages";
import { promiseSheet } from "./promise-sheet.server";
import type { ReadPromise } from "./read-promise.server";

/** The paper of a promise: drawn when asked for, from what was signed, so the same bytes every time. */
export async function promisePaper(promise: ReadPromise): Promise<{ bytes: Uint8Array; fileName: string }> {
  const { content, store, locale, keptAt } = promise;
  const t = translator(promiseMessages, locale);
  const sheet = promiseSheet(promise, locale, `${env.PUBLIC_URL}/promise`);
  const { street, city, region, postcode } = store.address;
  const bytes = await drawPricePromise({
    ...sheet,
    store: { ...store, place: `${street}, ${city}, ${region} ${postcode}` },
    check: t("check", { code: sheet.code }),
    heading: t("vehicle"),
    qr: drawQrCode(promiseUrl(content.number)),
    locale,
    keptAt,
  });
  return { bytes, fileName: `price-promise-${content.number}.pdf` };
}
