import type { FniProduct } from "../store/store-policy";
import type { MenuNeeds } from "./menu-needs";

export const recommendReasons = [
  "drivesFar",
  "keepsLong",
  "roughRoads",
  "parksOutside",
  "manyDrivers",
  "owesMuch",
] as const;
export type RecommendReason = (typeof recommendReasons)[number];

export interface Recommendation {
  code: string;
  reason: RecommendReason;
  weight: number;
}

interface Rule {
  kind: FniProduct["kind"];
  reason: RecommendReason;
  weight: (needs: MenuNeeds, loanToValue: number | null) => number;
}

const rules: readonly Rule[] = [
  { kind: "vsc", reason: "keepsLong", weight: ({ keepYears }) => (keepYears >= 4 ? 40 + keepYears : 0) },
  { kind: "vsc", reason: "drivesFar", weight: ({ milesPerYear }) => (milesPerYear >= 15_000 ? 45 : 0) },
  { kind: "gap", reason: "owesMuch", weight: (_, loanToValue) => ((loanToValue ?? 0) >= 900_000 ? 50 : 0) },
  { kind: "tireAndWheel", reason: "roughRoads", weight: ({ roads }) => (roads === "rough" ? 38 : 0) },
  { kind: "tireAndWheel", reason: "parksOutside", weight: ({ parking }) => (parking === "street" ? 22 : 0) },
  { kind: "maintenance", reason: "drivesFar", weight: ({ milesPerYear }) => (milesPerYear >= 12_000 ? 30 : 0) },
  { kind: "appearance", reason: "parksOutside", weight: ({ parking }) => (parking === "garage" ? 0 : 18) },
  { kind: "theft", reason: "parksOutside", weight: ({ parking }) => (parking === "street" ? 20 : 0) },
  { kind: "key", reason: "manyDrivers", weight: ({ drivers }) => (drivers >= 2 ? 12 + drivers : 0) },
  { kind: "windshield", reason: "drivesFar", weight: ({ roads }) => (roads === "highway" ? 24 : 0) },
];

/** What suits these answers, the strongest reason of each product first; what nothing speaks for is not recommended. */
export function recommendedProducts(
  products: readonly Pick<FniProduct, "code" | "kind">[],
  needs: MenuNeeds,
  loanToValue: number | null,
): Recommendation[] {
  return products
    .flatMap(({ code, kind }) => {
      const [best] = rules
        .filter((rule) => rule.kind === kind)
        .map(({ reason, weight }) => ({ code, reason, weight: weight(needs, loanToValue) }))
        .filter(({ weight }) => weight > 0)
        .toSorted((one, other) => other.weight - one.weight);
      return best ? [best] : [];
    })
    .toSorted((one, other) => other.weight - one.weight);
}
