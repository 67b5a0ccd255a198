/** Longer strings in a log line are cut here: enough for a stack, too short to smuggle a document. */
export const LONGEST_LOGGED_TEXT = 2_048;

const governmentNumber = /\b\d{3}[- ]\d{2}[- ]\d{4}\b/g;
const cardLike = /\b\d(?:[ -]?\d){12,18}\b/g;
const email = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const bearer = /\b(bearer|basic)\s+[\w.~+/=-]+/gi;
const providerSecret = /\b(?:sk|rk|whsec)_[A-Za-z0-9_]{8,}/g;
const urlPassword = /(\w+:\/\/[^\s:/@]+:)[^\s@/]+@/g;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The check digit of card numbers; keeps stock numbers and epoch times readable. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const digit = Number(digits[digits.length - 1 - place]);
    const doubled = place % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** Cuts a text and masks what must never reach a log: government numbers, card numbers, mail addresses, secrets. */
export function maskSensitiveText(text: string): string {
  const cut = text.length > LONGEST_LOGGED_TEXT ? `${text.slice(0, LONGEST_LOGGED_TEXT)}…[cut]` : text;
  return cut
    .replace(urlPassword, "$1[secret]@")
    .replace(email, "[email]")
    .replace(bearer, "$1 [secret]")
    .replace(providerSecret, "[secret]")
    .replace(governmentNumber, "[government number]")
    .replace(cardLike, (match) => (passesLuhn(match.replace(/\D/g, "")) ? "[card]" : match));
}

/** The path of a request without its query; a segment that looks like a link's secret is masked, an id is not. */
export function maskPath(url: string): string {
  const path = url.split("?", 1)[0] ?? "";
  const segments = path.split("/").map((segment) => {
    const looksSecret = /^[\w-]{22,}(\.data)?$/.test(segment) && !uuid.test(segment.replace(/\.data$/, ""));
    return looksSecret ? "[token]" : segment;
  });
  return maskSensitiveText(segments.join("/"));
}
