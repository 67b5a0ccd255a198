import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireStaff, type StaffPerson } from "#app/accounts/request-person.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { importPhoto } from "#app/vehicle-photos/import-photo.server";
import { photographedCar } from "#app/vehicle-photos/photographed-car.server";
import { actOnPhotos, photoActSchema } from "#app/vehicle-photos/photo-acts.server";
import { keepPhotoPreset, photoProviders } from "#app/vehicle-photos/photo-preset.server";
import { photoRoles } from "#app/vehicle-photos/photo-roles";
import { paperKinds, shots } from "#app/vehicle-photos/photo-shots";
import { keepVehiclePaper } from "#app/vehicle-photos/vehicle-papers.server";

export const loader = () => new Response(null, { status: 405, headers: { Allow: "POST" } });

const notHere = () => new Response(null, { status: 404, statusText: "Not Found" });

/** Each asks another machine on the store's behalf. */
const imports = rateLimit("photoImports", { points: 60, perSeconds: 600 });

const importSchema = z.object({ act: z.literal("import"), address: z.string(), shot: z.enum(shots) });
const paperSchema = z.object({
  act: z.literal("paper"),
  kind: z.enum(paperKinds),
  source: z.string().trim().min(1).max(80),
  file: z.instanceof(File),
});
const presetSchema = z.object({
  act: z.literal("preset"),
  propose: z.enum(["on", "off"]),
  background: z.enum(["studio", "soft"]),
  provider: z.enum(photoProviders),
  monthlyLimit: z.coerce.number().int().min(0).max(100_000),
  providerKey: z.string().max(200),
});
const formSchema = z.discriminatedUnion("act", [importSchema, paperSchema, presetSchema]);

async function submitForm(person: StaffPerson, stockNumber: string, form: FormData) {
  const sent = formSchema.safeParse(Object.fromEntries(form));
  if (!sent.success) return Response.json({ ok: false, reason: "malformed" }, { status: 400 });
  const owner = { rooftopId: person.rooftopId, stockNumber };
  switch (sent.data.act) {
    case "import": {
      const taken = await imports.take(person.staffId);
      if (!taken.ok) return Response.json({ ok: false, reason: "notFetched" }, { status: 429 });
      const { address, shot } = sent.data;
      const said = await importPhoto(address, { ...owner, shot, position: 0, addedBy: person.staffId });
      if (said.status === "kept") return Response.json({ ok: true });
      const refused = said.status === "refusedFile" ? said : { reason: "notFetched" };
      return Response.json({ ok: false, ...refused }, { status: 422 });
    }
    case "paper": {
      const { kind, source, file } = sent.data;
      const bytes = new Uint8Array(await file.arrayBuffer());
      const kept = await keepVehiclePaper({ ...owner, kind, source, bytes, addedBy: person.staffId });
      return kept ? Response.json({ ok: true }) : Response.json({ ok: false, reason: "notPdf" }, { status: 422 });
    }
    case "preset": {
      const { act: _, providerKey, propose, ...preset } = sent.data;
      await keepPhotoPreset(person.rooftopId, { ...preset, propose: propose === "on" }, providerKey.trim() || null);
      return Response.json({ ok: true });
    }
  }
}

/** What somebody does to a car's photos, its papers, and to how the store wants them. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requireStaff(request, photoRoles);
  const stockNumber = params.stockNumber ?? "";
  const owner = { rooftopId: person.rooftopId, stockNumber };
  if (!(await photographedCar(owner))) throw notHere();
  if (!request.headers.get("Content-Type")?.startsWith("application/json"))
    return submitForm(person, stockNumber, await request.formData());
  const act = photoActSchema.safeParse(await request.json().catch(() => null));
  if (!act.success) return Response.json({ ok: false, reason: "malformed" }, { status: 400 });
  const answer = await actOnPhotos(owner, act.data, person.staffId);
  return Response.json(answer, { status: answer.ok ? 200 : 409 });
}
