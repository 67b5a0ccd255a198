import { createHash, type Hash } from "node:crypto";
import { PDFDocument, type PDFPage, rgb } from "pdf-lib";
import { regionalLocale } from "#app/ui/locale";
import type { Translate } from "#app/ui/translator";
import { wordsIn } from "./words-in";
import { FLOOR, inks, MARGIN, PAGE, type PaperOptions, RUNNING_HEAD } from "./paper-style";
import { paperWords } from "./paper-words";
import type { SignPlace } from "./sign-place";
import { Typeset } from "./typeset.server";

/** Of a page's hash, what a footer has room for: enough to tell two pages apart, and to find a swapped one. */
const PAGE_HASH_LETTERS = 10;

/** A long store's name makes the footer small before it makes it short. */
const FOOTER_SIZES = [7, 6.5, 6, 5.5];

type Align = "left" | "right";

export interface TextStyle {
  size?: number;
  bold?: boolean;
  soft?: boolean;
  stated?: boolean;
}

/** A form's sheet of paper: draws downwards from the top, starts a new page by itself, numbers the pages at the end. */
export class Paper {
  private page!: PDFPage;
  private readonly pageHashes: Hash[] = [];
  /** What the form says, without where and without its revision: two papers that say the same are the same to a signer. */
  readonly words: string[] = [];
  private readonly t: Translate<typeof paperWords.en>;
  private readonly addenda: { label: string; text: string }[] = [];
  /** Distance of the next line from the top edge. */
  y = 0;
  readonly left = MARGIN;
  readonly right = PAGE.width - MARGIN;
  readonly width = PAGE.width - 2 * MARGIN;
  /** Where somebody signs, in the order of the pages. */
  readonly signPlaces: SignPlace[] = [];

  private constructor(
    private readonly document: PDFDocument,
    readonly letters: Typeset,
    private readonly options: PaperOptions,
  ) {
    this.t = wordsIn(paperWords, options.locale ?? "en");
    this.newPage();
  }

  static async create(options: PaperOptions): Promise<Paper> {
    const document = await PDFDocument.create({ updateMetadata: false });
    const letters = await Typeset.create(document, options.letters);
    document.setTitle(options.title);
    document.setAuthor(options.author);
    document.setCreationDate(options.date);
    document.setModificationDate(options.date);
    document.setLanguage(regionalLocale[options.locale ?? "en"]);
    return new Paper(document, letters, options);
  }

  get pageCount(): number {
    return this.document.getPageCount();
  }

  newPage(): void {
    this.page = this.document.addPage([PAGE.width, PAGE.height]);
    this.pageHashes.push(createHash("sha256").update(`${this.options.title}\n${this.options.footer}`));
    this.y = MARGIN;
    if (this.options.isDraft) this.drawWatermark(this.t("draft"));
    if (this.pageCount === 1) return;
    const running = this.t("continued", { title: this.options.title });
    this.text(running, this.left, { size: 7.5, soft: true, meta: true, at: RUNNING_HEAD, width: this.width });
  }

  /** Makes sure that so much fits on this page. */
  need(height: number): void {
    if (this.y + height > FLOOR) this.newPage();
  }

  space(height: number): void {
    this.y += height;
  }

  rule(): void {
    this.stroke(this.left, this.y, this.right, this.y);
  }

  /** A line between two points, measured from the top left corner. */
  stroke(x1: number, y1: number, x2: number, y2: number, { strong = false } = {}): void {
    this.page.drawLine({
      start: { x: x1, y: PAGE.height - y1 },
      end: { x: x2, y: PAGE.height - y2 },
      thickness: strong ? 1 : 0.6,
      color: strong ? inks.text : inks.hair,
    });
  }

  /** A box, measured from the top left corner. */
  box(
    x: number,
    y: number,
    width: number,
    height: number,
    { shade = false, strong = false, edge = true }: { shade?: boolean; strong?: boolean; edge?: boolean } = {},
  ): void {
    this.page.drawRectangle({
      x,
      y: PAGE.height - y - height,
      width,
      height,
      ...(shade ? { color: inks.shade } : {}),
      ...(edge ? { borderColor: strong ? inks.text : inks.hair, borderWidth: strong ? 1 : 0.6 } : { borderWidth: 0 }),
    });
  }

  /** One line of text at a place on the current row; does not move down. */
  text(
    text: string,
    x: number,
    style: TextStyle & { align?: Align; width?: number; at?: number; meta?: boolean } = {},
  ): void {
    const { size = 9, bold = false, soft = false, stated = false, align = "left", width, at = this.y } = style;
    const shown = width === undefined ? text : this.letters.fit(text, width, size, bold);
    const start = align === "right" ? x - this.letters.width(shown, size, bold) : x;
    const y = PAGE.height - at - size;
    this.letters.draw(this.page, shown, {
      x: start,
      y,
      size,
      bold,
      color: stated ? inks.stated : soft ? inks.soft : inks.text,
    });
    if (!style.meta) this.words.push(shown);
    this.pageHashes.at(-1)?.update(`${start.toFixed(1)} ${y.toFixed(1)} ${size} ${shown}\n`);
  }

  /** A row of label and amount across a column. */
  row(
    label: string,
    value: string,
    at: { left?: number; right?: number; bold?: boolean; stated?: boolean; indent?: number } = {},
  ): void {
    const { left = this.left, right = this.right, bold = false, stated = false, indent = 0 } = at;
    this.need(14);
    const valueWidth = this.letters.width(value, 9, bold);
    this.text(label, left + indent, { bold, stated, soft: indent > 0, width: right - left - indent - valueWidth - 12 });
    this.text(value, right, { bold, stated, align: "right" });
    this.space(14);
  }

  /** A heading, never left alone at the foot of a page. */
  heading(text: string, withNext = 0): void {
    this.need(40 + withNext);
    this.space(10);
    this.text(text, this.left, { size: 10.5, bold: true });
    this.space(16);
    this.rule();
    this.space(5);
  }

  /** A paragraph, wrapped at words. */
  paragraph(text: string, style: TextStyle & { left?: number; right?: number } = {}): void {
    const { size = 8, soft = true, left = this.left, right = this.right } = style;
    for (const line of this.letters.wrap(text, right - left, size, style.bold)) {
      this.need(size + 4);
      this.text(line, left, { ...style, size, soft });
      this.space(size + 3.5);
    }
    this.space(4);
  }

  /** What has no room where it belongs: printed whole on the addendum, which the form then ends with. */
  onAddendum(label: string, text: string): string {
    this.addenda.push({ label, text });
    return this.t("see", { item: this.addenda.length });
  }

  /** A QR code whose top is the current row; does not move down. */
  qr({ size, path }: { size: number; path: string }, x: number, side: number): void {
    const scale = side / size;
    this.page.drawSvgPath(path, { x, y: PAGE.height - this.y, scale, color: rgb(0, 0, 0), borderWidth: 0 });
  }

  /** Somewhere to sign or initial, without anything drawn. */
  placeHere(
    place: Omit<SignPlace, "page" | "x" | "y" | "width" | "height">,
    { x, y, width, height }: Pick<SignPlace, "x" | "y" | "width" | "height">,
  ): void {
    const page = this.document.getPageCount() - 1;
    this.signPlaces.push({ ...place, page, x, y: PAGE.height - y - height, width, height });
  }

  async finish(): Promise<Uint8Array> {
    this.drawAddendum();
    const pages = this.document.getPages();
    const hashes = this.pageHashes.map((hash) => hash.digest("hex").slice(0, PAGE_HASH_LETTERS));
    pages.forEach((page, index) => {
      const y = PAGE.height - (PAGE.height - MARGIN + 8) - 7;
      const number = this.t("page", { page: index + 1, pages: pages.length });
      const end = `${number} · ${hashes[index]}`;
      const width = this.letters.width(end, 7);
      const room = this.width - width - 16;
      const size = FOOTER_SIZES.find((one) => this.letters.width(this.options.footer, one) <= room) ?? 5.5;
      const footer = this.letters.fit(this.options.footer, room, size);
      this.letters.draw(page, footer, { x: this.left, y, size, color: inks.soft });
      this.letters.draw(page, end, { x: this.right - width, y, size: 7, color: inks.soft });
    });
    return this.document.save({ useObjectStreams: true });
  }

  private drawAddendum(): void {
    const missing = [...this.letters.missing];
    if (missing.length > 0) {
      const named = missing.map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`).join(", ");
      this.addenda.push({ label: this.t("squares"), text: named });
    }
    if (this.addenda.length === 0) return;
    this.newPage();
    this.text(this.t("addendum"), this.left, { size: 16, bold: true });
    this.space(26);
    this.paragraph(this.t("addendumLead", { title: this.options.title }));
    this.addenda.forEach(({ label, text }, index) => {
      this.heading(`${index + 1}. ${label}`);
      this.paragraph(text, { size: 9, soft: false });
    });
  }

  private drawWatermark(text: string): void {
    this.letters.draw(this.page, text, {
      x: 110,
      y: 220,
      size: 120,
      bold: true,
      color: inks.watermark,
      turned: 45,
    });
  }
}
