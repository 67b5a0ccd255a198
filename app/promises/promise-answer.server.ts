import { formatDate } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { env } from "#app/platform/env.server";
import type { CheckedPromise } from "./check-promise.server";
import { promisePaperPath } from "./promise-address.server";
import type { PromiseAnswerShown } from "./promise-page";
import { promiseSheet } from "./promise-sheet.server";

/** A checked promise as its page draws it, in the reader's language. */
export function promiseAnswer(checked: CheckedPromise, locale: Locale): PromiseAnswerShown {
  if (checked.state !== "good") return { state: checked.state };
  const { promise } = checked;
  return {
    state: "good",
    sheet: promiseSheet(promise, locale, `${env.PUBLIC_URL}/promise`),
    inForce: promise.inForce,
    until: formatDate(promise.content.goodThrough, locale, "UTC", "long"),
    paper: promisePaperPath(promise.content.number),
    storeName: promise.store.name,
  };
}
