import type { StaffPerson } from "#app/accounts/request-person.server";
import { storeDate } from "#app/deals/store-date";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import { assert } from "#machines/assert";
import type { PlainDate } from "#machines/money/plain-date";
import { ppm } from "#machines/money/rate";
import { appliedRule, hasLocalPart } from "#machines/rule-packs/applied-rule";
import { jurisdictionById, jurisdictionOf, jurisdictions } from "#machines/rule-packs/jurisdictions";
import { findRulePack, rulePackOf } from "#machines/rule-packs/rule-pack-table";
import type { RulePackVersion } from "#machines/rule-packs/rule-pack-schema";
import { type StorePolicy, storePolicySchema } from "#machines/store/store-policy";
import { standingRates } from "./local-rates.server";
import type { ConfirmationRow, PackStanding, PlaceDetail, StoreTaxesData, VersionSummary } from "./store-taxes";
import { taxExamples } from "./tax-examples";

/** Everything that was ever said about one place is read; nobody says it a hundred times. */
const MOST_CONFIRMATIONS = 100;
/** An example is worked with a local rate of this much where the place has one: one percent is easy to follow. */
const EXAMPLE_LOCAL_RATE = ppm(10_000);

export interface ShownPlace {
  place: string | null;
  version: string | null;
}

/** The store's taxes by place, and one place whole where it was chosen. */
export async function readStoreTaxes(person: StaffPerson, shown: ShownPlace): Promise<StoreTaxesData> {
  const { rooftopId, firstName, lastName } = person;
  const rooftop = await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } });
  const policy = storePolicySchema.parse(rooftop.policy);
  const today = storeDate(now(), policy.timeZone) as PlainDate;
  const confirmed = await standingVersions(rooftopId);
  return {
    storeName: rooftop.name,
    reader: { firstName, lastName },
    ownPlace: jurisdictionOf(policy.address.region)?.id ?? null,
    ownRule: policy.tax.name,
    today,
    rows: jurisdictions.map(({ id, code, country, en, fr }) => {
      const version = findRulePack(id, today);
      return { id, code, country, en, fr, inForce: version && summaryOf(version, standingOf(id, version, confirmed)) };
    }),
    detail: await detailOf(rooftopId, policy, today, confirmed, shown),
    rooftop: { timeZone: policy.timeZone, accent: null },
  };
}

type Confirmed = ReadonlySet<string>;
const keyOf = (packId: string, version: string) => `${packId}:${version}`;

async function standingVersions(rooftopId: string): Promise<Confirmed> {
  const rows = await database().prisma.rulePackConfirmation.findMany({
    where: { rooftopId, withdrawnAt: null },
    select: { packId: true, version: true },
  });
  return new Set(rows.map(({ packId, version }) => keyOf(packId, version)));
}

function standingOf(packId: string, { version, status }: RulePackVersion, confirmed: Confirmed): PackStanding {
  if (confirmed.has(keyOf(packId, version))) return "confirmed";
  return status === "verified" ? "verified" : "off";
}

const summaryOf = (version: RulePackVersion, standing: PackStanding): VersionSummary => ({
  version: version.version,
  standing,
  components: version.components,
  tradeCredit: version.tradeCredit,
  rebateTaxable: version.rebateTaxable,
  docFee: version.docFee,
  leaseMethod: version.lease.method,
});

async function detailOf(
  rooftopId: string,
  policy: StorePolicy,
  today: PlainDate,
  confirmed: Confirmed,
  asked: ShownPlace,
): Promise<PlaceDetail | null> {
  const place = asked.place === null ? null : jurisdictionById(asked.place);
  const versions = place && rulePackOf(place.id)?.versions;
  if (!place || !versions) return null;
  const shown =
    versions.find(({ version }) => version === asked.version) ?? findRulePack(place.id, today) ?? versions.at(-1);
  assert(shown, "a pack has at least one version");
  const local = hasLocalPart(shown);
  const rule = appliedRule(place, shown, {
    localRate: local ? EXAMPLE_LOCAL_RATE : null,
    registrant: false,
    confirmed: true,
  });
  return {
    id: place.id,
    en: place.en,
    fr: place.fr,
    versions: versions
      .map((version) => ({
        version: version.version,
        validFrom: version.validFrom,
        validTo: version.validTo,
        standing: standingOf(place.id, version, confirmed),
      }))
      .toReversed(),
    shown: {
      ...summaryOf(shown, standingOf(place.id, shown, confirmed)),
      validFrom: shown.validFrom,
      validTo: shown.validTo,
      reviewedOn: shown.reviewedOn,
      dateBasis: shown.dateBasis,
      rule: shown.rule,
      source: shown.source,
      parts: shown.parts,
      lease: shown.lease,
      used: shown.used !== undefined,
      cautions: shown.cautions,
      examples: rule ? taxExamples(rule, policy.docFee) : [],
      hasLocalPart: local,
    },
    confirmations: await confirmationsOf(rooftopId, place.id),
    localRates: local ? await standingRates(rooftopId, place.id) : [],
  };
}

/** Newest first, those that were taken back as well. */
async function confirmationsOf(rooftopId: string, packId: string): Promise<ConfirmationRow[]> {
  const rows = await database().prisma.rulePackConfirmation.findMany({
    where: { rooftopId, packId },
    orderBy: { confirmedAt: "desc" },
    take: MOST_CONFIRMATIONS,
  });
  return rows.map(({ confirmedAt, withdrawnAt, governmentFees, ...row }) => ({
    id: row.id,
    version: row.version,
    staffName: row.staffName,
    note: row.note,
    confirmedAt: confirmedAt.toISOString(),
    governmentFees: governmentFees as ConfirmationRow["governmentFees"],
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    withdrawnBy: row.withdrawnBy,
    withdrawnNote: row.withdrawnNote,
  }));
}
