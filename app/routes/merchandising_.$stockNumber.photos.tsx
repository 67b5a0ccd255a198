import { data, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { photoRoles } from "#app/vehicle-photos/photo-roles";
import { photoScreen } from "#app/vehicle-photos/photo-screen.server";
import { PhotosPage } from "#app/vehicle-photos/photos-page";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data: screen }) => [
  { title: screen ? `${screen.car.stockNumber}, ${screen.car.name}` : "Photos" },
  { name: "robots", content: "noindex" },
];

export async function loader({ request, params }: LoaderFunctionArgs) {
  const screen = await photoScreen(await requireStaff(request, photoRoles), params.stockNumber ?? "");
  if (!screen) throw new Response(null, { status: 404, statusText: "Not Found" });
  return data(screen);
}

export default function Photos() {
  return <PhotosPage screen={useLoaderData<typeof loader>()} />;
}
