import type { Locale } from "#app/ui/locale";
import { Paper } from "../paper.server";

export interface PromisePaper {
  title: string;
  store: { name: string; phone: string; email: string; place: string };
  lead: string;
  number: string;
  /** "Check code 7K3M-9QXT". */
  check: string;
  heading: string;
  car: string;
  about: string;
  vin: string;
  sections: { title: string; rows: { label: string; value: string; isResult?: boolean }[] }[];
  notes: string[];
  stamp: string;
  qr: { size: number; path: string };
  locale: Locale;
  keptAt: Date;
}

const QR_SIDE = 92;
/** Fonts of the paper write a no-break space as a box's width; a plain one reads the same. */
const plain = (text: string) => text.replaceAll("\u00a0", " ");

/** A price promise on paper: what was promised, what it rests on, and how to check it. Not a figure is computed here. */
export async function drawPricePromise(promise: PromisePaper): Promise<Uint8Array> {
  const paper = await Paper.create({
    title: promise.title,
    author: promise.store.name,
    date: promise.keptAt,
    footer: plain(`${promise.store.name} · ${promise.number} · ${promise.stamp}`),
    letters: promise,
    locale: promise.locale,
  });
  const textRight = paper.right - QR_SIDE - 16;
  paper.qr(promise.qr, paper.right - QR_SIDE, QR_SIDE);
  paper.text(promise.title, paper.left, { size: 17, bold: true, width: textRight - paper.left });
  paper.space(24);
  paper.text(plain(promise.check), paper.left, { size: 11, bold: true });
  paper.space(20);
  paper.text(promise.store.name, paper.left, { bold: true });
  paper.space(13);
  paper.text(plain(`${promise.store.place} · ${promise.store.phone}`), paper.left, {
    soft: true,
    width: textRight - paper.left,
  });
  paper.space(13);
  paper.text(promise.store.email, paper.left, { soft: true });
  paper.space(32);
  paper.paragraph(plain(promise.lead), { size: 9, soft: false });
  paper.heading(promise.heading);
  paper.text(promise.car, paper.left, { bold: true });
  paper.text(promise.vin, paper.right, { align: "right" });
  paper.space(13);
  paper.text(plain(promise.about), paper.left, { soft: true });
  paper.space(10);
  for (const { title, rows } of promise.sections) {
    paper.heading(title);
    for (const { label, value, isResult } of rows) paper.row(plain(label), plain(value), { bold: isResult === true });
  }
  paper.space(10);
  for (const note of promise.notes) paper.paragraph(plain(note));
  return paper.finish();
}
