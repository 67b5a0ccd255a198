import { Form } from "@remix-run/react";
import { ArrowLeft, CalendarCheck } from "lucide-react";
import { refusalSentence } from "#app/deal-card/refusal-sentence";
import { Brand } from "#app/ui/brand";
import { Button, ButtonLink } from "#app/ui/button";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useLocale, useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { TopBar } from "#app/ui/top-bar";
import { useFormat } from "#app/ui/use-format";
import type { Refusal } from "#machines/deal/deal-refusals";
import { comingDrive, type TestDrive } from "#machines/stages/test-drive";
import { DriveBooking } from "./drive-booking";
import { driveMessages } from "./drive-messages";
import type { FreeDay } from "./free-slots.server";

interface DrivePageData {
  store: { name: string; phone: string; address: string };
  car: string;
  /** Null before there is a deal. */
  dealId: string | null;
  stockNumber: string;
  days: FreeDay[];
  homeMiles: number;
  known: { street: string; city: string; region: string; postcode: string };
  drives: Omit<TestDrive, "bookedBy">[];
  canBook: boolean;
  editSeed: string;
  refusal: Refusal | null;
}

/** Booking a test drive, from a vehicle's page or from the card: one plain page. */
export function DrivePage(page: DrivePageData) {
  const t = useMessages(driveMessages);
  const locale = useLocale();
  const { store, car, dealId, stockNumber, drives, refusal } = page;
  const coming = comingDrive(drives);
  return (
    <>
      <TopBar wrap start={<Brand name={store.name} />} end={<LanguageToggle />} />
      <main id="main" className="mx-auto w-full max-w-190 px-4 py-6 max-sm:px-3">
        <ButtonLink to={dealId ? `/deals/${dealId}` : `/inventory/${stockNumber}`} kind="quiet" className="-ml-3">
          <ArrowLeft aria-hidden strokeWidth={1.75} />
          {t(dealId ? "toDeal" : "toCar")}
        </ButtonLink>
        <h1 className="mt-2 text-24">{t("titleOf", { car })}</h1>
        {refusal ? (
          <p role="alert" className="mt-3 rounded-block bg-neg-ground px-4 py-3 text-neg">
            {refusalSentence(refusal, locale)}
          </p>
        ) : null}
        {coming && dealId ? (
          <Booked drive={coming} dealId={dealId} store={store} editSeed={page.editSeed} />
        ) : page.canBook ? (
          <>
            <p className="mt-1 text-ink-2">{t("lead")}</p>
            <Sheet className="mt-4">
              <Form method="post">
                <input type="hidden" name="act" value="drive" />
                <input type="hidden" name="editSeed" value={page.editSeed} />
                <DriveBooking days={page.days} homeMiles={page.homeMiles} phone={store.phone} known={page.known} />
              </Form>
            </Sheet>
            <p className="mt-3 text-13 text-ink-3">{t("bring")}</p>
          </>
        ) : null}
        <Earlier drives={drives} />
      </main>
    </>
  );
}

interface BookedProps {
  drive: DrivePageData["drives"][number];
  dealId: string;
  store: DrivePageData["store"];
  editSeed: string;
}

function Booked({ drive, dealId, store, editSeed }: BookedProps) {
  const t = useMessages(driveMessages);
  const format = useFormat();
  return (
    <Sheet className="mt-4">
      <p className="flex items-center gap-3 rounded-block bg-pos-ground px-4 py-3 text-pos">
        <CalendarCheck aria-hidden className="size-5 shrink-0" strokeWidth={1.75} />
        <span>
          <span className="block font-semibold">
            {drive.status === "out" ? t("out") : t("booked", { time: format.dateTime(drive.startsAt, "weekday") })}
          </span>
          {t("bookedAt", { place: drive.place, store: store.name, address: store.address })}
        </span>
      </p>
      <p className="mt-3 text-13 text-ink-2">{t("bring")}</p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <a
          href={`/deals/${dealId}/drives/${drive.driveId}/agreement.pdf`}
          className="touch-target text-accent-600 hover:text-accent-700"
        >
          {t("agreement")}
        </a>
        {drive.status === "booked" ? (
          <Form method="post">
            <input type="hidden" name="act" value="cancelDrive" />
            <input type="hidden" name="editSeed" value={editSeed} />
            <input type="hidden" name="driveId" value={drive.driveId} />
            <Button type="submit">{t("cancel")}</Button>
          </Form>
        ) : null}
      </div>
    </Sheet>
  );
}

function Earlier({ drives }: Pick<DrivePageData, "drives">) {
  const t = useMessages(driveMessages);
  const format = useFormat();
  const past = drives.filter(({ status }) => status === "cancelled" || status === "back");
  if (past.length === 0) return null;
  return (
    <section className="mt-6">
      <h2 className="text-16">{t("earlier")}</h2>
      <ul className="mt-1 divide-y divide-line">
        {past.map(({ driveId, startsAt, carName, status }) => (
          <li key={driveId} className="flex justify-between gap-4 py-2 text-13 text-ink-2">
            <span>{carName}</span>
            <span>
              {format.dateTime(startsAt)} · {t(status === "back" ? "back" : "cancelled")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
