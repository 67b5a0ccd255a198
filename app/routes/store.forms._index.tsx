import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { documentKinds } from "#machines/jacket/document-kinds";
import { requireStaff } from "#app/accounts/request-person.server";
import { keepStoreForm } from "#app/documents/keep-store-form.server";
import { storeFormMeta, storeFormRoles } from "#app/documents/store-form-meta";
import { listStoreForms } from "#app/documents/store-form-list.server";
import { StoreFormsPage } from "#app/documents/store-forms-page";
import type { UploadRefusal } from "#app/documents/upload-limits";
import { jacketMessages } from "#app/signing/jacket-messages";
import { useMessages } from "#app/ui/messages";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = storeFormMeta;

const sentSchema = z.object({ kind: z.enum(documentKinds), name: z.string().max(200), file: z.instanceof(File) });

export async function loader({ request }: LoaderFunctionArgs) {
  const { rooftopId } = await requireStaff(request, storeFormRoles);
  return { forms: await listStoreForms(rooftopId) };
}

export async function action({ request }: ActionFunctionArgs) {
  const { rooftopId, firstName, lastName } = await requireStaff(request, storeFormRoles);
  const form = await request.formData().catch(() => null);
  const sent = sentSchema.safeParse(form && Object.fromEntries(form));
  if (!sent.success) return Response.json({ reason: "notAFile" satisfies UploadRefusal }, { status: 422 });
  const { kind, name, file } = sent.data;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const answer = await keepStoreForm({ rooftopId, kind, name, staffName: `${firstName} ${lastName}`, bytes });
  if (!answer.ok) return Response.json({ reason: answer.reason }, { status: 422 });
  return redirect(`/store/forms/${answer.formId}`);
}

export default function StoreForms() {
  const { forms } = useLoaderData<typeof loader>();
  const said = useActionData<{ reason: UploadRefusal }>();
  const t = useMessages(jacketMessages);
  return <StoreFormsPage forms={forms} problem={said ? t(`refusals.${said.reason}`) : null} />;
}
