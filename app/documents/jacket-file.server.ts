import { PDFDocument, PDFName } from "pdf-lib";
import type { Locale } from "#app/ui/locale";
import { wordsIn } from "./words-in";
import { jacketWords } from "./jacket-words";
import { Paper } from "./paper.server";
import { sealPdf, type SealWords, type SigningKey } from "./seal-pdf.server";

/** One entry of a jacket: a PDF, or a picture of a paper. */
export interface JacketPart {
  title: string;
  /** "signed November 28", "copy of an upload". */
  state: string;
  bytes: Uint8Array;
  type: "pdf" | "jpeg";
}

export interface JacketParts {
  title: string;
  author: string;
  locale: Locale;
  /** ISO time of the newest part: the same parts give the same bytes up to the seal. */
  at: string;
  footer: string;
  lead: string;
  /** Until when it is kept; empty while nothing of it is signed. */
  kept: string;
  /** What the deal must contain and the jacket does not hold yet. */
  missing: string[];
  parts: JacketPart[];
  seal: { key: SigningKey; words: SealWords } | null;
}

const ROWS_FIRST_PAGE = 34;
const ROW = 16;
/** One row a document, so that the pages of the index are known before it is drawn: a long title is set smaller. */
const TITLE_WIDTH = 310;
const TITLE_SIZES = [9, 8, 7.5, 7];
const LETTER = { width: 612, height: 792, margin: 36 } as const;

/** Everything of a deal in one file, in funding order, an index with page numbers before it. */
export async function mergeJacket(jacket: JacketParts): Promise<{ bytes: Uint8Array; pages: number }> {
  const inside = await Promise.all(jacket.parts.map(openPart));
  const indexPages = Math.max(1, Math.ceil((inside.length + jacket.missing.length) / ROWS_FIRST_PAGE));
  const index = await PDFDocument.load(
    await drawIndex(
      jacket,
      inside.map((part) => part.getPageCount()),
      indexPages,
    ),
    {
      updateMetadata: false,
    },
  );
  const file = await PDFDocument.create({ updateMetadata: false });
  const at = new Date(jacket.at);
  file.setTitle(jacket.title);
  file.setAuthor(jacket.author);
  file.setCreationDate(at);
  file.setModificationDate(at);
  for (const part of [index, ...inside]) {
    for (const page of await file.copyPages(part, part.getPageIndices())) {
      // A seal is of its own file; on a copied page its field would claim what it cannot show.
      page.node.delete(PDFName.of("Annots"));
      file.addPage(page);
    }
  }
  const bytes = await file.save({ useObjectStreams: true });
  const sealed = jacket.seal ? await sealPdf(bytes, jacket.seal.key, jacket.seal.words) : bytes;
  return { bytes: sealed, pages: file.getPageCount() };
}

async function openPart({ bytes, type }: JacketPart): Promise<PDFDocument> {
  if (type === "pdf") return PDFDocument.load(bytes, { updateMetadata: false });
  const document = await PDFDocument.create({ updateMetadata: false });
  const image = await document.embedJpg(bytes);
  const page = document.addPage([LETTER.width, LETTER.height]);
  const room = { width: LETTER.width - 2 * LETTER.margin, height: LETTER.height - 2 * LETTER.margin };
  const { width, height } = image.scaleToFit(room.width, room.height);
  page.drawImage(image, { x: (LETTER.width - width) / 2, y: LETTER.height - LETTER.margin - height, width, height });
  await document.flush();
  return PDFDocument.load(await document.save(), { updateMetadata: false });
}

async function drawIndex(jacket: JacketParts, pages: readonly number[], indexPages: number): Promise<Uint8Array> {
  const { title, author, locale, at, footer, lead } = jacket;
  const t = wordsIn(jacketWords, locale);
  const paper = await Paper.create({
    title,
    author,
    date: new Date(at),
    locale,
    footer,
    letters: { ...jacket, parts: jacket.parts.map((part) => part.title), seal: null },
  });
  paper.text(title, paper.left, { size: 16, bold: true, width: paper.width });
  paper.space(24);
  paper.paragraph(lead, { size: 9, soft: false });
  if (jacket.kept) paper.paragraph(jacket.kept);
  paper.heading(t("inside"));
  let page = indexPages + 1;
  jacket.parts.forEach((part, at) => {
    paper.need(ROW);
    paper.text(String(at + 1), paper.left + 14, { soft: true, align: "right" });
    const size = TITLE_SIZES.find((one) => paper.letters.width(part.title, one, true) <= TITLE_WIDTH) ?? 7;
    paper.text(part.title, paper.left + 24, { bold: true, size, width: TITLE_WIDTH });
    paper.text(part.state, paper.left + TITLE_WIDTH + 34, { soft: true, size: 8, width: 120 });
    paper.text(t("page", { page }), paper.right, { align: "right" });
    paper.space(ROW);
    page += pages[at] ?? 0;
  });
  if (jacket.missing.length > 0) {
    paper.heading(t("notYet"));
    for (const title of jacket.missing) paper.row(title, t("missing"));
  }
  while (paper.pageCount < indexPages) paper.newPage();
  return paper.finish();
}
