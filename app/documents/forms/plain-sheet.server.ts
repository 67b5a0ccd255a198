import type { Locale } from "#app/ui/locale";
import { Paper } from "../paper.server";

/** A paper of headings, rows and sentences, with its words already written. Not a figure is computed here. */
export interface PlainSheet {
  title: string;
  store: { name: string; place: string; contact: string };
  /** Under the title: what it is about. */
  about: string[];
  sections: { heading: string; rows?: { label: string; value: string; isResult?: boolean }[]; paragraphs?: string[] }[];
  footer: string;
  locale: Locale;
  /** Stands in the file, so that equal inputs give equal bytes. */
  date: Date;
}

/** Fonts of the paper write a no-break space as a box's width; a plain one reads the same. */
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, " ");

/** A receipt, or the evidence of a payment: drawn like the buyer's order, smaller. */
export async function drawPlainSheet(sheet: PlainSheet): Promise<Uint8Array> {
  const paper = await Paper.create({
    title: sheet.title,
    author: sheet.store.name,
    date: sheet.date,
    footer: plain(sheet.footer),
    letters: sheet,
    locale: sheet.locale,
  });
  const middle = (paper.left + paper.right) / 2;
  paper.text(plain(sheet.title), paper.left, { size: 17, bold: true, width: middle - paper.left + 60 });
  paper.text(sheet.store.name, paper.right, { size: 11, bold: true, align: "right" });
  paper.space(18);
  paper.text(plain(sheet.store.place), paper.right, { soft: true, align: "right" });
  paper.space(12);
  paper.text(plain(sheet.store.contact), paper.right, { soft: true, align: "right" });
  paper.space(18);
  for (const line of sheet.about) paper.paragraph(plain(line), { size: 9, soft: false });
  for (const { heading, rows = [], paragraphs = [] } of sheet.sections) {
    paper.heading(plain(heading));
    for (const { label, value, isResult } of rows) paper.row(plain(label), plain(value), { bold: isResult === true });
    for (const text of paragraphs) paper.paragraph(plain(text));
  }
  return paper.finish();
}
