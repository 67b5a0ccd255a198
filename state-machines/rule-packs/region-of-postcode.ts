/**
 * The first three digits of a ZIP code belong to one state (a few post offices across a border apart); ranges as the
 * Postal Service publishes them. Military and island codes are left out: no store's taxes follow them.
 */
const statesByPrefix = [
  ["005", "005", "NY"],
  ["010", "027", "MA"],
  ["028", "029", "RI"],
  ["030", "038", "NH"],
  ["039", "049", "ME"],
  ["050", "054", "VT"],
  ["055", "055", "MA"],
  ["056", "059", "VT"],
  ["060", "069", "CT"],
  ["070", "089", "NJ"],
  ["100", "149", "NY"],
  ["150", "196", "PA"],
  ["197", "199", "DE"],
  ["200", "200", "DC"],
  ["201", "201", "VA"],
  ["202", "205", "DC"],
  ["206", "219", "MD"],
  ["220", "246", "VA"],
  ["247", "268", "WV"],
  ["270", "289", "NC"],
  ["290", "299", "SC"],
  ["300", "319", "GA"],
  ["320", "339", "FL"],
  ["341", "342", "FL"],
  ["344", "344", "FL"],
  ["346", "347", "FL"],
  ["349", "349", "FL"],
  ["350", "369", "AL"],
  ["370", "385", "TN"],
  ["386", "397", "MS"],
  ["398", "399", "GA"],
  ["400", "427", "KY"],
  ["430", "459", "OH"],
  ["460", "479", "IN"],
  ["480", "499", "MI"],
  ["500", "528", "IA"],
  ["530", "549", "WI"],
  ["550", "567", "MN"],
  ["570", "577", "SD"],
  ["580", "588", "ND"],
  ["590", "599", "MT"],
  ["600", "629", "IL"],
  ["630", "658", "MO"],
  ["660", "679", "KS"],
  ["680", "693", "NE"],
  ["700", "714", "LA"],
  ["716", "729", "AR"],
  ["730", "732", "OK"],
  ["733", "733", "TX"],
  ["734", "749", "OK"],
  ["750", "799", "TX"],
  ["800", "816", "CO"],
  ["820", "831", "WY"],
  ["832", "838", "ID"],
  ["840", "847", "UT"],
  ["850", "865", "AZ"],
  ["870", "884", "NM"],
  ["885", "885", "TX"],
  ["889", "898", "NV"],
  ["900", "961", "CA"],
  ["967", "968", "HI"],
  ["970", "979", "OR"],
  ["980", "994", "WA"],
  ["995", "999", "AK"],
] as const;

/** The first letter of a Canadian code; X is shared by two territories, so it says nothing by itself. */
const provincesByLetter: Readonly<Record<string, string>> = {
  A: "NL",
  B: "NS",
  C: "PE",
  E: "NB",
  G: "QC",
  H: "QC",
  J: "QC",
  K: "ON",
  L: "ON",
  M: "ON",
  N: "ON",
  P: "ON",
  R: "MB",
  S: "SK",
  T: "AB",
  V: "BC",
  Y: "YT",
};
/** The three districts of X that are Nunavut's; the rest are the Northwest Territories'. */
const nunavut = new Set(["X0A", "X0B", "X0C"]);

/** The state or province that a postcode lies in; null where its digits belong to none. */
export function regionOfPostcode(postcode: string): string | null {
  const code = postcode.replaceAll(/[\s-]/g, "").toUpperCase();
  if (/^\d{5}(\d{4})?$/.test(code)) {
    const prefix = code.slice(0, 3);
    return statesByPrefix.find(([first, last]) => first <= prefix && prefix <= last)?.[2] ?? null;
  }
  if (!/^[A-Z]\d[A-Z]\d[A-Z]\d$/.test(code)) return null;
  if (code.startsWith("X")) return nunavut.has(code.slice(0, 3)) ? "NU" : "NT";
  return provincesByLetter[code[0] ?? ""] ?? null;
}
