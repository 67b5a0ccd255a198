import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireDealActor } from "#app/accounts/require-deal-actor.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { readLicense } from "#app/delivery/drive-license.server";
import { deskRoles } from "#app/desk/desk-roles";
import { log } from "#app/platform/log.server";

/** The picture of a license: for staff of this deal's store, and who looked is written down. */
export async function loader({ request, params }: LoaderFunctionArgs) {
  const { staffId } = await requireStaff(request, deskRoles);
  const { dealId } = await requireDealActor(request, params.dealId);
  const picture = await readLicense(dealId, params.driveId ?? "");
  if (!picture) throw new Response(null, { status: 404, statusText: "Not Found" });
  log.info({ dealId, staffId }, "a license picture was looked at");
  return new Response(new Uint8Array(picture), {
    headers: {
      "Content-Type": "image/jpeg",
      "Content-Disposition": "inline",
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}
