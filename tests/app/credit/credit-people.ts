import { randomUUID } from "node:crypto";
import type { StaffPerson } from "#app/accounts/request-person.server";
import { startStaffSession } from "#app/accounts/session.server";
import { completeApplication, openApplication, saveFields } from "#app/credit/credit-application.server";
import type { CreditValues } from "#app/credit/credit-fields";
import { database } from "#app/platform/database.server";
import { requestFrom } from "#tests/app/accounts/people";

/** An invented applicant; the number is of a range that is never given out. */
export const seeded: Required<Omit<CreditValues, "previousAddress" | "previousEmployer">> = {
  firstName: "Odalys",
  lastName: "Quarrington",
  dateOfBirth: "1987-03-14",
  street: "4471 Seeded Canary Lane",
  city: "Lakeside",
  region: "IL",
  postcode: "60614",
  housing: "rent",
  housingPayment: "1377",
  monthsAtHome: "48",
  employer: "Canarybird Instruments",
  jobTitle: "Machinist",
  monthsAtWork: "60",
  monthlyIncome: "8137",
  otherIncome: "",
  licenceNumber: "Q999-8713-5551",
  licenceName: "Odalys Quarrington",
  licenceExpiry: "2031-05-05",
  governmentNumber: "900418812",
};

export const consent = {
  signedName: "Odalys Quarrington",
  agreed: true,
  address: "198.51.100.7",
  agent: "test",
  store: "Lakeside",
};

/** A complete application of one party, with other answers where a test says so. */
export async function applied(
  deal: { dealId: string; rooftopId: string },
  over: CreditValues = {},
  applicant: "buyer" | "coBuyer" = "buyer",
  signed: Partial<typeof consent> = {},
): Promise<string> {
  const application = await openApplication(deal, applicant);
  await saveFields(application, { ...seeded, ...over });
  const done = await completeApplication(application, { ...consent, address: `host-${randomUUID()}`, ...signed });
  if (!done.ok) throw new Error(`not complete: ${done.reason}`);
  return application.id;
}

/** A member of staff with a session of their own. */
export async function staffWith(
  rooftopId: string,
  role: StaffPerson["role"],
  firstName = "Priya",
): Promise<StaffPerson> {
  const staffId = `staff-${randomUUID()}`;
  const who = { firstName, lastName: "Nair", role, rooftopId, email: `${staffId}@lakeside.example`, seesCost: true };
  await database().prisma.staffMember.create({ data: { ...who, id: staffId, passwordHash: "131072$8$1$AA$AA" } });
  const { sessionId } = await startStaffSession(requestFrom(), { staffId, secondFactorAt: new Date() });
  return { kind: "staff", staffId, rooftopId, role, firstName, lastName: "Nair", seesCost: true, sessionId };
}

/** Everything the database holds, as one text: what a dump would show. */
export async function dumpOf(): Promise<string> {
  const { rows } = await database().query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
  );
  const parts: string[] = [];
  for (const { name } of rows) {
    const table = await database().query(`select * from ${name}`);
    parts.push(JSON.stringify(table.rows, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value)));
  }
  return parts.join("\n");
}

/** Does a value stand in a dump by itself, and not as a few letters of a longer hash? */
export const standsIn = (dump: string, value: string): boolean =>
  new RegExp(`(?<![\\w-])${value.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}(?![\\w-])`).test(dump);
