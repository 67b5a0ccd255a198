import { cents } from "#machines/money/cents";
import { ppm } from "#machines/money/rate";
import type { FniProduct, StorePolicy } from "#machines/store/store-policy";

const dollars = (amount: number) => cents(amount * 100);

type OptionRow = readonly [
  code: string,
  termMonths: number,
  miles: number,
  deductible: number,
  price: number,
  cost: number,
];

const options = (...rows: OptionRow[]): FniProduct["options"] =>
  rows.map(([code, termMonths, miles, deductible, price, cost]) => ({
    code,
    termMonths,
    miles,
    deductible: dollars(deductible),
    price: dollars(price),
    cost: dollars(cost),
  }));

const anybody: FniProduct["eligibility"] = {
  methods: ["cash", "finance", "lease"],
  conditions: ["new", "certified", "used"],
  maxMileage: null,
  maxAgeYears: null,
  notFuels: [],
  minLoanToValue: null,
};

/** The demo menu: invented providers, prices as a store of this size would ask them. */
export const fniCatalog: StorePolicy["fniCatalog"] = [
  {
    code: "vsc",
    kind: "vsc",
    provider: "Harborstone Assurance",
    taxable: false,
    // A lease ends with the maker's warranty: a service contract would pay for nothing.
    eligibility: { ...anybody, methods: ["cash", "finance"], maxMileage: 100_000, maxAgeYears: 10 },
    options: options(
      ["vsc-36", 36, 45_000, 100, 1_495, 820],
      ["vsc-60", 60, 75_000, 100, 2_195, 1_240],
      ["vsc-84", 84, 100_000, 100, 2_795, 1_690],
    ),
  },
  {
    code: "gap",
    kind: "gap",
    provider: "Harborstone Assurance",
    taxable: false,
    eligibility: { ...anybody, methods: ["finance"], minLoanToValue: ppm(700_000) },
    options: options(["gap-84", 84, 0, 0, 795, 310]),
  },
  {
    code: "tireAndWheel",
    kind: "tireAndWheel",
    provider: "Kerbline Road Care",
    taxable: false,
    eligibility: { ...anybody, maxAgeYears: 12 },
    options: options(["tireAndWheel-36", 36, 0, 0, 695, 330], ["tireAndWheel-60", 60, 0, 0, 995, 480]),
  },
  {
    code: "maintenance",
    kind: "maintenance",
    provider: "Lakeside Service",
    taxable: false,
    // Oil, filters and plugs: an electric car has none of them.
    eligibility: { ...anybody, maxMileage: 60_000, notFuels: ["electric"] },
    options: options(["maintenance-24", 24, 24_000, 0, 595, 340], ["maintenance-36", 36, 36_000, 0, 895, 520]),
  },
  {
    code: "appearance",
    kind: "appearance",
    provider: "Kerbline Road Care",
    taxable: true,
    eligibility: { ...anybody, maxAgeYears: 6 },
    options: options(["appearance-60", 60, 0, 0, 695, 240]),
  },
  {
    code: "theft",
    kind: "theft",
    provider: "Beacon Etch",
    taxable: true,
    eligibility: anybody,
    options: options(["theft-60", 60, 0, 0, 449, 120]),
  },
  {
    code: "key",
    kind: "key",
    provider: "Beacon Etch",
    taxable: false,
    eligibility: { ...anybody, maxAgeYears: 8 },
    options: options(["key-36", 36, 0, 0, 299, 105], ["key-60", 60, 0, 0, 399, 145]),
  },
  {
    code: "windshield",
    kind: "windshield",
    provider: "Kerbline Road Care",
    taxable: false,
    eligibility: { ...anybody, maxAgeYears: 10 },
    options: options(["windshield-36", 36, 0, 0, 349, 150]),
  },
  {
    code: "leaseWear",
    kind: "leaseWear",
    provider: "Harborstone Assurance",
    taxable: false,
    eligibility: { ...anybody, methods: ["lease"], conditions: ["new"] },
    options: options(["leaseWear-39", 39, 0, 0, 849, 395]),
  },
];
