import type { LoaderFunctionArgs } from "@remix-run/node";
import { requireStaff } from "#app/accounts/request-person.server";
import { notFound, pdfResponse } from "#app/documents/pdf-response.server";
import { numberedForm } from "#app/documents/store-form-list.server";
import { storeFormRoles } from "#app/documents/store-form-meta";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const { rooftopId } = await requireStaff(request, storeFormRoles);
  const bytes = await numberedForm(rooftopId, params.formId ?? "");
  if (!bytes) throw notFound();
  return pdfResponse(bytes, "form-preview.pdf");
}
