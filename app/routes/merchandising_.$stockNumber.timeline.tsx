import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireStaff } from "#app/accounts/request-person.server";
import { frameReader } from "#app/publishing/frame-reader.server";
import { merchandisingRoles } from "#app/publishing/merchandising-roles";
import { timelineMessages } from "#app/publishing/timeline-messages";
import { TimelinePage } from "#app/publishing/timeline-page";
import { vehicleTimeline } from "#app/publishing/vehicle-timeline.server";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";

export const handle = { staffScreen: true };
export const headers = () => ({ "Cache-Control": "no-store" });
export const meta: MetaFunction<typeof loader> = ({ data, matches }) => {
  const root = matches.find((match) => match.id === "root")?.data as { locale?: unknown } | undefined;
  const t = translator(timelineMessages, isLocale(root?.locale) ? root.locale : defaultLocale);
  return [{ title: t("of", { name: data?.timeline.name ?? "" }) }, { name: "robots", content: "noindex" }];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const person = await requireStaff(request, merchandisingRoles);
  const timeline = await vehicleTimeline(person.rooftopId, params.stockNumber ?? "");
  if (!timeline) throw new Response(null, { status: 404, statusText: "Not Found" });
  return { reader: await frameReader(person), timeline };
}

export default function Timeline() {
  const { reader, timeline } = useLoaderData<typeof loader>();
  return <TimelinePage reader={reader} timeline={timeline} />;
}
