import { env } from "#app/platform/env.server";
import { checkCode } from "./promise-code.server";

const withCode = (path: string, number: string) => `${path}?${new URLSearchParams({ code: checkCode(number) })}`;

/** The public page that says what was promised and whether it still holds, its code in the address. */
export const promisePath = (number: string): string => withCode(`/promise/${number}`, number);

/** The same on paper. */
export const promisePaperPath = (number: string): string => withCode(`/promise/${number}/paper.pdf`, number);

export const promiseUrl = (number: string): string => env.PUBLIC_URL + promisePath(number);
export const promisePaperUrl = (number: string): string => env.PUBLIC_URL + promisePaperPath(number);
