import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealStaff } from "#app/accounts/require-deal-staff.server";
import { database } from "#app/platform/database.server";

/** Roles that have a seat at a deal, so that it can be given to them. */
const seated = ["salesperson", "salesManager", "fniManager"];

/** Whom a manager can give the deal to. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { person } = await requireDealStaff(request, params.dealId, ["salesManager", "generalManager", "admin"]);
  const staff = await database().prisma.staffMember.findMany({
    where: { rooftopId: person.rooftopId, active: true, role: { in: seated } },
    orderBy: [{ role: "asc" }, { firstName: "asc" }],
  });
  const colleagues = staff.map(({ id, firstName, lastName, role }) => ({
    staffId: id,
    name: `${firstName} ${lastName}`,
    role,
  }));
  return Response.json({ colleagues }, { headers: { "Cache-Control": "no-store" } });
}
