import type { DealContext } from "#machines/deal/deal-context";
import type { TestDrive } from "#machines/stages/test-drive";
import { Paper } from "#app/documents/paper.server";
import { formatDateTime, formatTime } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { driveMessages } from "./drive-messages";

/** The agreement for one test drive, drawn from the deal whenever it is asked for: the same deal, the same bytes. */
export async function drivePaper(deal: DealContext, drive: TestDrive, locale: Locale): Promise<Uint8Array> {
  const t = translator(driveMessages, locale);
  const { store, identity, people } = deal;
  const { street, city, region, postcode } = store.address;
  const { signature } = drive;
  const paper = await Paper.create({
    title: t("paper.title"),
    author: store.name,
    date: new Date(signature?.at ?? drive.startsAt),
    footer: `${store.name} · ${identity.dealNumber}`,
    letters: [store, people, drive],
    locale,
  });
  paper.text(store.name, paper.left, { size: 14, bold: true });
  paper.space(20);
  paper.text(`${street}, ${city}, ${region} ${postcode} · ${store.phone}`, paper.left, { soft: true });
  paper.space(18);
  paper.heading(t("paper.title"));
  paper.row(t("paper.car"), `${drive.carName} · ${drive.stockNumber}`);
  paper.row(t("paper.driver"), signature?.name ?? `${people.customer.firstName} ${people.customer.lastName}`.trim());
  const starts = formatDateTime(drive.startsAt, locale, store.timeZone, "long");
  paper.row(t("paper.time"), `${starts} – ${formatTime(drive.endsAt, locale, store.timeZone)}`);
  paper.row(t("paper.place"), t(drive.place));
  if (drive.plate) paper.row(t("paper.plate"), drive.plate);
  paper.space(8);
  paper.paragraph(t("terms"), { size: 9, soft: false });
  paper.heading(t("paper.signature"));
  if (signature) {
    paper.row(signature.name, formatDateTime(signature.at, locale, store.timeZone, "long"), { bold: true });
    paper.paragraph(t("paper.fingerprint", { hash: signature.contentHash }), { size: 7 });
  } else paper.row(t("paper.notSigned"), "");
  return paper.finish();
}
