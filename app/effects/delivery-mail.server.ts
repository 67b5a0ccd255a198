import { contextOf } from "#machines/deal/apply-deal-event";
import type { DealContext } from "#machines/deal/deal-context";
import { handoverTime, type TrackingStep } from "#machines/stages/handover";
import { readDealState } from "#app/deals/read-deal.server";
import { env } from "#app/platform/env.server";
import { sendMail } from "#app/platform/mail.server";
import { formatDateTime } from "#app/ui/format";
import { type Translate, translator } from "#app/ui/translator";
import { addressee } from "./deal-mail.server";
import { deliveryMailMessages } from "./delivery-mail-messages";

interface Letter {
  key: string;
  subject: string;
  /** Null where there is nothing to write. */
  lines: (string | null)[];
}

interface Writing {
  deal: DealContext;
  t: Translate<typeof deliveryMailMessages.en>;
  /** An instant as the store's clock shows it. */
  time: (at: string) => string;
  /** What every sentence may name. */
  values: { store: string; car: string; url: string };
}

/** Writes to whoever gave the deal an address, in their language; to nobody where there is none. */
async function write(dealId: string, compose: (writing: Writing) => Letter | null): Promise<void> {
  const to = await addressee(dealId);
  const state = to && (await readDealState(dealId));
  if (!to || !state) return;
  const deal = contextOf(state);
  const car = deal.vehicle.vehicle;
  const letter = compose({
    deal,
    t: translator(deliveryMailMessages, to.locale),
    time: (at) => formatDateTime(at, to.locale, deal.store.timeZone, "weekday"),
    values: {
      store: deal.store.name,
      car: car ? `${car.year} ${car.make} ${car.model}` : "",
      url: `${env.PUBLIC_URL}/resume`,
    },
  });
  if (!letter) return;
  const { key, subject, lines } = letter;
  const text = [...lines.filter((line) => line !== null), deal.store.name].join("\n\n");
  await sendMail({ key, to: to.email, subject, text });
}

/** Where the car is on its way; each station is told once, however often it is said again. */
export const mailTracked = (dealId: string, step: TrackingStep): Promise<void> =>
  write(dealId, ({ deal, t, time, values }) => {
    const told = deal.handover.track.find((one) => one.step === step);
    if (!told) return null;
    const slot = handoverTime(deal);
    return {
      key: `tracked:${dealId}:${step}`,
      subject: t("trackedSubject", { ...values, step }),
      lines: [
        t("tracked", { ...values, step }),
        told.expectedAt ? t("expected", { time: time(told.expectedAt) }) : null,
        told.driver ? t("driver", { name: told.driver }) : null,
        slot && (step === "preparing" || step === "ready") ? t("appointment", { time: time(slot.startsAt) }) : null,
        t("trackedWhere", values),
      ],
    };
  });

/** A test drive is booked, or is not to be. */
export const mailDrive = (dealId: string, driveId: string, what: "booked" | "cancelled"): Promise<void> =>
  write(dealId, ({ deal, t, time, values: known }) => {
    const drive = deal.drives.list.find((one) => one.driveId === driveId);
    // Whoever booked and cancelled in one breath hears of the last word alone.
    if (!drive || (what === "booked") !== (drive.status === "booked")) return null;
    const { street, city, region, postcode } = deal.store.address;
    const values = { ...known, car: drive.carName, time: time(drive.startsAt) };
    const key = `drive:${dealId}:${driveId}:${what}`;
    if (what === "cancelled")
      return {
        key,
        subject: t("driveCancelledSubject", values),
        lines: [t("driveCancelled", values), t("driveAgain", values)],
      };
    return {
      key,
      subject: t("driveSubject", values),
      lines: [
        t("driveBooked", values),
        t("driveAt", { place: drive.place, street, city, region, postcode }),
        t("driveWhere", values),
      ],
    };
  });

/** Some days after the keys: the first service, and a word on how it went. */
export const mailFollowUp = (dealId: string, revision: number): Promise<void> =>
  write(dealId, ({ deal, t, time, values }) => {
    const { followUp } = deal.handover;
    if (!followUp) return null;
    return {
      key: `follow-up:${dealId}:${revision}`,
      subject: t("followSubject", values),
      lines: [
        followUp.serviceAt ? t("followService", { time: time(followUp.serviceAt) }) : null,
        followUp.reviewAsked ? t("followReview") : null,
        t("followWhere", values),
      ],
    };
  });
