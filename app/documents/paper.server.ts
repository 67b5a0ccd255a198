import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import * as fontkit from "fontkit";
import { degrees, PDFDocument, type PDFFont, type PDFPage, rgb } from "pdf-lib";
import { remember } from "#app/platform/remember.server";

/** US Letter, in points. */
const PAGE = { width: 612, height: 792 } as const;
const MARGIN = 48;
const INK = rgb(0.07, 0.1, 0.11);
const SOFT = rgb(0.37, 0.42, 0.45);
/** An amount that somebody set by hand. */
const STATED = rgb(0.54, 0.33, 0);
const HAIR = rgb(0.8, 0.83, 0.84);

/** DejaVu has the letters of every name we meet and the signs a form needs; it is the widest font that subsets fast. */
const fontFiles = () =>
  remember("documentFonts", async () => {
    const folder = join(dirname(createRequire(import.meta.url).resolve("dejavu-fonts-ttf/package.json")), "ttf");
    const [regular, bold] = await Promise.all([
      readFile(join(folder, "DejaVuSans.ttf")),
      readFile(join(folder, "DejaVuSans-Bold.ttf")),
    ]);
    return { regular, bold };
  });

export interface PaperOptions {
  title: string;
  author: string;
  /** Stands in the file instead of the time of drawing, so that equal inputs give equal bytes. */
  date: Date;
  footer: string;
  watermark: string | null;
  /** Of its words, for readers that speak it. */
  language?: string;
}

type Align = "left" | "right";

/** A form's sheet of paper: draws downwards from the top, starts a new page by itself, numbers the pages at the end. */
export class Paper {
  private page!: PDFPage;
  /** Distance of the next line from the top edge. */
  y = 0;
  readonly left = MARGIN;
  readonly right = PAGE.width - MARGIN;

  private constructor(
    private readonly document: PDFDocument,
    private readonly regular: PDFFont,
    private readonly bold: PDFFont,
    private readonly options: PaperOptions,
  ) {
    this.newPage();
  }

  static async create(options: PaperOptions): Promise<Paper> {
    const document = await PDFDocument.create({ updateMetadata: false });
    document.registerFontkit(fontkit as never);
    const files = await fontFiles();
    const regular = await document.embedFont(files.regular, { subset: true });
    const bold = await document.embedFont(files.bold, { subset: true });
    document.setTitle(options.title);
    document.setAuthor(options.author);
    document.setCreationDate(options.date);
    document.setModificationDate(options.date);
    document.setLanguage(options.language ?? "en-US");
    return new Paper(document, regular, bold, options);
  }

  newPage(): void {
    this.page = this.document.addPage([PAGE.width, PAGE.height]);
    this.y = MARGIN;
    if (this.options.watermark) this.drawWatermark(this.options.watermark);
  }

  /** Makes sure that so much fits on this page. */
  need(height: number): void {
    if (this.y + height > PAGE.height - MARGIN - 24) this.newPage();
  }

  space(height: number): void {
    this.y += height;
  }

  rule(): void {
    this.page.drawLine({
      start: { x: this.left, y: PAGE.height - this.y },
      end: { x: this.right, y: PAGE.height - this.y },
      thickness: 0.6,
      color: HAIR,
    });
  }

  /** One line of text at a place on the current row; does not move down. */
  text(
    text: string,
    x: number,
    style: { size?: number; bold?: boolean; soft?: boolean; stated?: boolean; align?: Align; width?: number } = {},
  ): void {
    const { size = 9, bold = false, soft = false, stated = false, align = "left", width } = style;
    const font = bold ? this.bold : this.regular;
    const shown = width === undefined ? text : this.fit(text, font, size, width);
    const start = align === "right" ? x - font.widthOfTextAtSize(shown, size) : x;
    this.page.drawText(shown, {
      x: start,
      y: PAGE.height - this.y - size,
      size,
      font,
      color: stated ? STATED : soft ? SOFT : INK,
    });
  }

  /** A row of label and amount across a column. */
  row(
    label: string,
    value: string,
    at: { left?: number; right?: number; bold?: boolean; stated?: boolean; indent?: number } = {},
  ): void {
    const { left = this.left, right = this.right, bold = false, stated = false, indent = 0 } = at;
    this.need(14);
    const valueWidth = (bold ? this.bold : this.regular).widthOfTextAtSize(value, 9);
    this.text(label, left + indent, { bold, stated, soft: indent > 0, width: right - left - indent - valueWidth - 12 });
    this.text(value, right, { bold, stated, align: "right" });
    this.space(14);
  }

  heading(text: string): void {
    this.need(40);
    this.space(10);
    this.text(text, this.left, { size: 10.5, bold: true });
    this.space(16);
    this.rule();
    this.space(5);
  }

  /** A paragraph, wrapped at words. */
  paragraph(text: string, style: { size?: number; soft?: boolean; stated?: boolean } = {}): void {
    const { size = 8, soft = true, stated = false } = style;
    let line = "";
    for (const word of text.split(/\s+/)) {
      const longer = line ? `${line} ${word}` : word;
      if (this.regular.widthOfTextAtSize(longer, size) > this.right - this.left && line) {
        this.paragraphLine(line, { size, soft, stated });
        line = word;
      } else line = longer;
    }
    if (line) this.paragraphLine(line, { size, soft, stated });
    this.space(4);
  }

  /** A QR code whose top is the current row; does not move down. */
  qr({ size, path }: { size: number; path: string }, x: number, side: number): void {
    const scale = side / size;
    this.page.drawSvgPath(path, { x, y: PAGE.height - this.y, scale, color: rgb(0, 0, 0), borderWidth: 0 });
  }

  /** A place to sign. */
  signature(label: string, x: number, width: number): void {
    const y = PAGE.height - this.y - 26;
    this.page.drawLine({ start: { x, y }, end: { x: x + width, y }, thickness: 0.8, color: INK });
    this.y += 30;
    this.text(label, x, { size: 7.5, soft: true });
    this.y -= 30;
  }

  async finish(): Promise<Uint8Array> {
    const pages = this.document.getPages();
    pages.forEach((page, index) => {
      this.page = page;
      this.y = PAGE.height - MARGIN + 8;
      this.text(this.options.footer, this.left, { size: 7, soft: true });
      this.text(`Page ${index + 1} of ${pages.length}`, this.right, { size: 7, soft: true, align: "right" });
    });
    return this.document.save({ useObjectStreams: true });
  }

  private paragraphLine(line: string, style: { size: number; soft: boolean; stated: boolean }): void {
    this.need(style.size + 4);
    this.text(line, this.left, style);
    this.space(style.size + 3.5);
  }

  private fit(text: string, font: PDFFont, size: number, width: number): string {
    if (font.widthOfTextAtSize(text, size) <= width) return text;
    let shown = text;
    while (shown.length > 1 && font.widthOfTextAtSize(`${shown}…`, size) > width) shown = shown.slice(0, -1);
    return `${shown.trimEnd()}…`;
  }

  private drawWatermark(text: string): void {
    this.page.drawText(text, {
      x: 110,
      y: 220,
      size: 120,
      font: this.bold,
      color: rgb(0.9, 0.92, 0.93),
      rotate: degrees(45),
    });
  }
}
