import { acquisitionContext } from "#app/pricing/acquisition-context.server";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { chosenFact } from "#app/intake/fact-sheet";
import { vehicleFields } from "#app/intake/vehicle-fields";
import { recallStanding } from "#app/intake/recall-check";
import { reconTotal } from "#app/intake/recon-items";
import { featureCodes, featureGroups, featureOf } from "#app/merchandising/feature-lexicon";
import { textChannels } from "#app/descriptions/vehicle-text";
import { database } from "#app/platform/database.server";
import { photoSummary } from "#app/vehicle-photos/photo-summary.server";
import { readVin } from "#app/vin/vin-number";
import { frameReader } from "./frame-reader.server";
import { merchandisingLeads } from "./merchandising-roles";
import { movesByHand } from "./vehicle-lifecycle";
import { vehicleDossier, type VehicleDossier } from "./vehicle-dossier.server";

interface ListingRow {
  channel: string;
  state: string;
  reason: string;
  updatedAt: Date;
}

interface ChangeRow {
  fromState: string | null;
  toState: string;
  at: Date;
  actorName: string;
  reason: string;
}

const textsFor = ({ texts, allTexts }: VehicleDossier) =>
  texts.map(({ locale, channel, text, check }) => {
    const drafted = allTexts.findLast(
      (one) => one.locale === locale && one.channel === channel && one.origin !== "person",
    );
    const rejected = allTexts.find(
      (one) => one.locale === locale && one.channel === channel && one.status === "rejected",
    );
    return {
      locale,
      channel,
      title: text.content.title,
      body: text.content.paragraphs.join("\n\n"),
      version: text.version,
      status: text.status,
      origin: text.origin,
      author: text.authorName,
      refusedPhrases: Array.isArray(text.originNote.refused) ? text.originNote.refused.map(String) : [],
      notesKeptBack: text.originNote.notesKeptBack === true,
      modelFailed: typeof text.originNote.failed === "string",
      ok: check.ok,
      sentences: check.sentences,
      findings: check.findings,
      drafted: drafted && drafted.id !== text.id ? drafted.content.paragraphs.join("\n\n") : null,
      sentBack:
        rejected && rejected.version > text.version - 1 ? { reason: rejected.reason, by: rejected.reviewerName } : null,
    };
  });

/** Where words are written by hand, each language and channel has an empty sheet until somebody writes on it. */
function sheetsFor(dossier: VehicleDossier): ReturnType<typeof textsFor> {
  const written = textsFor(dossier);
  if (dossier.record.cohort !== "traditional") return written;
  return textChannels.flatMap((channel) =>
    (["en", "fr"] as const).map(
      (locale) =>
        written.find((text) => text.locale === locale && text.channel === channel) ?? {
          locale,
          channel,
          title: "",
          body: "",
          version: 0,
          status: "draft" as const,
          origin: "person" as const,
          author: "",
          refusedPhrases: [],
          notesKeptBack: false,
          modelFailed: false,
          ok: false,
          sentences: [],
          findings: [],
          drafted: null,
          sentBack: null,
        },
    ),
  );
}

/** Everything the page of one vehicle shows to staff; what the store paid only to those who may see it. */
export async function dossierPage(person: StaffPerson, stockNumber: string) {
  const dossier = await vehicleDossier(person.rooftopId, stockNumber);
  if (!dossier) return null;
  const { record, car, gate } = dossier;
  const db = database();
  const { rows: listings } = await db.query<ListingRow>(
    `select "channel", "state", "reason", "updatedAt" from "ChannelListing" where "stockNumber" = $1`,
    [stockNumber],
  );
  const { rows: changes } = await db.query<ChangeRow>(
    `select "fromState", "toState", "at", "actorName", "reason" from "StockStateChange" where "stockNumber" = $1 order by "at" desc, "id" desc limit 40`,
    [stockNumber],
  );
  const { rows: work } = await db.query<{ task: string; seconds: number }>(
    `select "task", sum("seconds")::int as seconds from "MerchandisingMinutes" where "stockNumber" = $1 group by "task"`,
    [stockNumber],
  );
  const reading = record.vin ? readVin(record.vin) : null;
  const isWrong = reading?.kind === "vin" && !reading.checkDigit.isRight && !reading.isEuropean;
  return {
    reader: await frameReader(person),
    isLead: merchandisingLeads.includes(person.role),
    seesCost: person.seesCost || merchandisingLeads.includes(person.role),
    stockNumber,
    vin: record.vin ?? record.frameNumber ?? "",
    name: [car.year, car.make, car.model, car.trim].filter(Boolean).join(" ") || stockNumber,
    expectedDigit: isWrong && reading.kind === "vin" ? reading.checkDigit.expected : null,
    state: record.state,
    stateSince: record.stateSince,
    moves: movesByHand(record.state),
    price: record.price,
    notes: record.notes,
    photos: dossier.photos,
    pictures: await photoSummary(person, stockNumber),
    gate,
    facts: vehicleFields.map((field) => ({
      field,
      isNeeded: dossier.missing.some((missing) => missing === field),
      fact: chosenFact(record.facts, field),
      others: (record.facts[field] ?? []).slice(1).map(({ source, value }) => ({ source, value })),
    })),
    features: featureGroups.map((group) => ({
      group,
      features: featureCodes
        .filter((code) => featureOf(code)?.group === group)
        .map((code) => ({ code, fact: chosenFact(record.facts, `feature.${code}`)?.value ?? "" })),
    })),
    recon: record.recon,
    reconTotal: reconTotal(record.recon),
    recalls: record.recalls && {
      source: record.recalls.source,
      checkedAt: record.recalls.checkedAt,
      campaigns: record.recalls.campaigns.map((campaign) => ({
        ...campaign,
        standing: record.recalls ? recallStanding(record.recalls, campaign.campaign) : ("mayApply" as const),
      })),
    },
    context: await acquisitionContext(person.rooftopId, record.facts),
    isByHand: record.cohort === "traditional",
    texts: sheetsFor(dossier),
    listings,
    changes,
    work,
  };
}
export type DossierPageData = NonNullable<Awaited<ReturnType<typeof dossierPage>>>;
