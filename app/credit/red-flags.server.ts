import { randomUUID } from "node:crypto";
import { contextOf } from "#machines/deal/apply-deal-event";
import type { FlagCode } from "#machines/deal/credit-slice";
import { readDealState } from "#app/deals/read-deal.server";
import type { CreditApplication } from "#app/generated/prisma/client";
import { writeAudit } from "#app/audit/audit-trail.server";
import { now } from "#app/platform/clock.server";
import { database } from "#app/platform/database.server";
import type { CreditValues } from "./credit-fields";
import { tellCredit } from "./tell-credit.server";

/** So many applications from one address in a day are a family; more are somebody trying names. */
const MOST_FROM_ONE_ADDRESS = 3;
const DAY_MS = 86_400_000;

/** What the bureau says of a file, where one was looked at. */
export interface BureauAlerts {
  fraudAlert?: boolean;
  creditFreeze?: boolean;
}

const plain = (text: string | undefined) => (text ?? "").toLocaleLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, "");

/** The identity checks of a completed application; each raises its point once. */
export async function raiseFlags(
  application: CreditApplication,
  values: CreditValues,
  alerts: BureauAlerts = {},
): Promise<void> {
  const codes = await flagsOf(application, values, alerts);
  for (const code of codes) await raiseFlag(application, code);
}

async function flagsOf(
  application: CreditApplication,
  values: CreditValues,
  alerts: BureauAlerts,
): Promise<FlagCode[]> {
  const found: FlagCode[] = [];
  const state = await readDealState(application.dealId);
  const stated = state && contextOf(state);
  const address = application.applicant === "buyer" ? stated?.people.customer : stated?.seats.coBuyer;
  if (address?.postcode && plain(address.postcode) !== plain(values.postcode)) found.push("addressMismatch");
  if (alerts.fraudAlert) found.push("fraudAlert");
  if (alerts.creditFreeze) found.push("creditFreeze");
  const licence = plain(values.licenceName);
  if (licence && (!licence.includes(plain(values.lastName)) || !licence.includes(plain(values.firstName))))
    found.push("licenceMismatch");
  if (values.licenceExpiry && values.licenceExpiry < now().toISOString().slice(0, 10)) found.push("licenceExpired");
  if (await isNumberOfSomebodyElse(application)) found.push("numberReused");
  if (await isOneOfMany(application)) found.push("manyApplications");
  return found;
}

/** The same number on another application of the store, compared by keyed hash: no number is opened to look. */
async function isNumberOfSomebodyElse({ id, rooftopId, numberHash }: CreditApplication): Promise<boolean> {
  if (!numberHash) return false;
  const others = await database().prisma.creditApplication.count({
    where: { rooftopId, numberHash, id: { not: id }, disposedAt: null },
  });
  return others > 0;
}

async function isOneOfMany({ id, rooftopId, consentAddress }: CreditApplication): Promise<boolean> {
  if (!consentAddress) return false;
  const since = new Date(now().getTime() - DAY_MS);
  const others = await database().prisma.creditApplication.count({
    where: { rooftopId, consentAddress, id: { not: id }, completedAt: { gt: since } },
  });
  return others >= MOST_FROM_ONE_ADDRESS;
}

export async function raiseFlag(
  application: Pick<CreditApplication, "id" | "dealId" | "rooftopId">,
  code: FlagCode,
): Promise<void> {
  const { id: applicationId, dealId, rooftopId } = application;
  const { prisma } = database();
  await prisma.creditFlag.createMany({
    data: [{ id: randomUUID(), dealId, rooftopId, applicationId, code, raisedAt: now() }],
    skipDuplicates: true,
  });
  const flag = await prisma.creditFlag.findUniqueOrThrow({ where: { applicationId_code: { applicationId, code } } });
  await tellCredit(dealId, `flag-raised:${flag.id}`, { type: "credit.flagRaised", flagId: flag.id, code });
}

/** A named person looked at it and says what they found. Answers false when somebody did before. */
export async function settleFlag(
  flagId: string,
  person: { staffId: string; firstName: string; lastName: string; rooftopId: string },
  note: string,
): Promise<boolean> {
  const resolvedName = `${person.firstName} ${person.lastName}`;
  const { prisma } = database();
  const { count } = await prisma.creditFlag.updateMany({
    where: { id: flagId, rooftopId: person.rooftopId, resolvedAt: null },
    data: { resolvedBy: person.staffId, resolvedName, note, resolvedAt: now() },
  });
  if (count === 0) return false;
  const flag = await prisma.creditFlag.findUniqueOrThrow({ where: { id: flagId } });
  await writeAudit({
    rooftopId: person.rooftopId,
    actorId: person.staffId,
    actorName: resolvedName,
    act: "flag.settled",
    dealId: flag.dealId,
    subject: flag.applicationId,
    detail: flag.code,
  });
  return true;
}

export interface ProgramRow {
  code: string;
  raised: number;
  settled: number;
  open: number;
  medianHours: number | null;
}

/** The year's report of the identity programme: what was raised, what became of it, how long it took. */
export async function programReport(rooftopId: string, year: number): Promise<ProgramRow[]> {
  const rows = await database().prisma.creditFlag.findMany({
    where: { rooftopId, raisedAt: { gte: new Date(Date.UTC(year, 0, 1)), lt: new Date(Date.UTC(year + 1, 0, 1)) } },
  });
  return [...new Set(rows.map(({ code }) => code))].toSorted().map((code) => {
    const mine = rows.filter((row) => row.code === code);
    const hours = mine
      .flatMap(({ raisedAt, resolvedAt }) =>
        resolvedAt ? [(resolvedAt.getTime() - raisedAt.getTime()) / 3_600_000] : [],
      )
      .toSorted((one, other) => one - other);
    const middle = hours[Math.floor(hours.length / 2)];
    return {
      code,
      raised: mine.length,
      settled: hours.length,
      open: mine.length - hours.length,
      medianHours: middle === undefined ? null : Math.round(middle * 10) / 10,
    };
  });
}

/** The report as a file that a controller opens in a sheet. */
export const programReportCsv = (rows: readonly ProgramRow[]): string =>
  [
    "flag,raised,settled,open,median hours to settle",
    ...rows.map((row) => [row.code, row.raised, row.settled, row.open, row.medianHours ?? ""].join(",")),
  ].join("\n");
