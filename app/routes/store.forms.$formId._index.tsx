import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useLoaderData, useSearchParams } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { mapStoreForm, useStoreForm } from "#app/documents/keep-store-form.server";
import { MapStoreFormPage } from "#app/documents/map-store-form-page";
import { fillOfText } from "#app/documents/overlay-fill-text";
import { notFound } from "#app/documents/pdf-response.server";
import { readStoreForm } from "#app/documents/store-form-list.server";
import { storeFormMeta, storeFormRoles } from "#app/documents/store-form-meta";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta = storeFormMeta;

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { rooftopId } = await requireStaff(request, storeFormRoles);
  const form = await readStoreForm(rooftopId, params.formId ?? "");
  if (!form) throw notFound();
  const { id, name, status, pages, fields } = form;
  return { id, name, status, pages, fields };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const { rooftopId } = await requireStaff(request, storeFormRoles);
  const formId = params.formId ?? "";
  const sent = await request.formData();
  const act = sent.get("act");
  if (act === "map") {
    const fills = Object.fromEntries(
      [...sent.entries()].flatMap(([name, value]) => {
        const [, index] = /^field-(\d{1,3})$/.exec(name) ?? [];
        return index === undefined ? [] : [[Number(index), fillOfText(String(value))] as const];
      }),
    );
    if (!(await mapStoreForm(rooftopId, formId, fills))) throw notFound();
    return redirect(`/store/forms/${formId}?saved`);
  }
  if (!(await useStoreForm(rooftopId, formId, act === "use"))) throw notFound();
  return redirect(`/store/forms/${formId}`);
}

export default function MapStoreForm() {
  const form = useLoaderData<typeof loader>();
  const [params] = useSearchParams();
  return <MapStoreFormPage key={form.id} {...form} saved={params.has("saved")} />;
}
