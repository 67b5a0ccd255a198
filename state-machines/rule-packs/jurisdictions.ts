/**
 * The places that tax a vehicle: states, the federal district, provinces and territories. Their codes do not meet, so a
 * region alone says the country.
 */
const places = [
  ["us-al", "Alabama"],
  ["us-ak", "Alaska"],
  ["us-az", "Arizona"],
  ["us-ar", "Arkansas"],
  ["us-ca", "California", "Californie"],
  ["us-co", "Colorado"],
  ["us-ct", "Connecticut"],
  ["us-de", "Delaware"],
  ["us-dc", "District of Columbia", "District de Columbia"],
  ["us-fl", "Florida", "Floride"],
  ["us-ga", "Georgia", "Géorgie"],
  ["us-hi", "Hawaii", "Hawaï"],
  ["us-id", "Idaho"],
  ["us-il", "Illinois"],
  ["us-in", "Indiana"],
  ["us-ia", "Iowa"],
  ["us-ks", "Kansas"],
  ["us-ky", "Kentucky"],
  ["us-la", "Louisiana", "Louisiane"],
  ["us-me", "Maine"],
  ["us-md", "Maryland"],
  ["us-ma", "Massachusetts"],
  ["us-mi", "Michigan"],
  ["us-mn", "Minnesota"],
  ["us-ms", "Mississippi"],
  ["us-mo", "Missouri"],
  ["us-mt", "Montana"],
  ["us-ne", "Nebraska"],
  ["us-nv", "Nevada"],
  ["us-nh", "New Hampshire"],
  ["us-nj", "New Jersey"],
  ["us-nm", "New Mexico", "Nouveau-Mexique"],
  ["us-ny", "New York"],
  ["us-nc", "North Carolina", "Caroline du Nord"],
  ["us-nd", "North Dakota", "Dakota du Nord"],
  ["us-oh", "Ohio"],
  ["us-ok", "Oklahoma"],
  ["us-or", "Oregon"],
  ["us-pa", "Pennsylvania", "Pennsylvanie"],
  ["us-ri", "Rhode Island"],
  ["us-sc", "South Carolina", "Caroline du Sud"],
  ["us-sd", "South Dakota", "Dakota du Sud"],
  ["us-tn", "Tennessee"],
  ["us-tx", "Texas"],
  ["us-ut", "Utah"],
  ["us-vt", "Vermont"],
  ["us-va", "Virginia", "Virginie"],
  ["us-wa", "Washington"],
  ["us-wv", "West Virginia", "Virginie-Occidentale"],
  ["us-wi", "Wisconsin"],
  ["us-wy", "Wyoming"],
  ["ca-ab", "Alberta"],
  ["ca-bc", "British Columbia", "Colombie-Britannique"],
  ["ca-mb", "Manitoba"],
  ["ca-nb", "New Brunswick", "Nouveau-Brunswick"],
  ["ca-nl", "Newfoundland and Labrador", "Terre-Neuve-et-Labrador"],
  ["ca-ns", "Nova Scotia", "Nouvelle-Écosse"],
  ["ca-nt", "Northwest Territories", "Territoires du Nord-Ouest"],
  ["ca-nu", "Nunavut"],
  ["ca-on", "Ontario"],
  ["ca-pe", "Prince Edward Island", "Île-du-Prince-Édouard"],
  ["ca-qc", "Quebec", "Québec"],
  ["ca-sk", "Saskatchewan"],
  ["ca-yt", "Yukon"],
] as const satisfies readonly (readonly [id: string, en: string, fr?: string])[];

export type JurisdictionId = (typeof places)[number][0];

export interface Jurisdiction {
  id: JurisdictionId;
  /** "TN", "QC". */
  code: string;
  country: "us" | "ca";
  en: string;
  fr: string;
}

export const jurisdictions: readonly Jurisdiction[] = places.map(([id, en, fr]) => ({
  id,
  code: id.slice(3).toUpperCase(),
  country: id.startsWith("ca-") ? "ca" : "us",
  en,
  fr: fr ?? en,
}));

const plain = (text: string) =>
  text
    .normalize("NFD")
    .replaceAll(/[^\p{L}]/gu, "")
    .toLowerCase();

/** What a region of an address means, as its code or its name in either language; null for one we do not know. */
export function jurisdictionOf(region: string): Jurisdiction | null {
  const wanted = plain(region);
  if (wanted === "") return null;
  return jurisdictions.find(({ code, en, fr }) => [code, en, fr].some((name) => plain(name) === wanted)) ?? null;
}

/** Another state or province than the store's; a region that says nothing is the store's own. */
export function isElsewhere(region: string, storeRegion: string): boolean {
  if (region.trim() === "") return false;
  return jurisdictionOf(region)?.id !== jurisdictionOf(storeRegion)?.id;
}

export const jurisdictionById = (id: string): Jurisdiction | null =>
  jurisdictions.find((jurisdiction) => jurisdiction.id === id) ?? null;
