import type { Locale } from "#app/ui/locale";
import { Paper } from "../paper.server";
import { sealPdf, type SigningKey } from "../seal-pdf.server";
import { wordsIn } from "../words-in";
import { certificateWords } from "./certificate-words";

/** Everything that happened in one signing, as its own log has it. */
export interface CertificateContent {
  locale: Locale;
  title: string;
  store: string;
  place: string;
  dealNumber: string;
  at: string;
  footer: string;
  lead: string;
  documents: { title: string; sha256: string; signedSha256: string | null }[];
  signers: { name: string; role: string; how: string; consent: string; signedAt: string }[];
  events: { seq: number; at: string; what: string; by: string; from: string; hash: string }[];
}

/** The certificate of completion: who signed which bytes, when, from where, and every step in between. */
export async function drawCertificate(content: CertificateContent): Promise<Uint8Array> {
  const { title, store, footer, locale } = content;
  const date = new Date(content.at);
  const paper = await Paper.create({ title, author: store, date, footer, letters: content, locale });
  const t = wordsIn(certificateWords, locale);
  paper.text(title, paper.left, { size: 16, bold: true });
  paper.space(24);
  paper.paragraph(content.lead, { size: 9, soft: false });
  paper.heading(t("documents"), 40);
  for (const { title, sha256, signedSha256 } of content.documents) {
    const lines = paper.letters.wrap(title, paper.width, 9, true);
    paper.need(lines.length * 12 + 30);
    for (const line of lines) {
      paper.text(line, paper.left, { bold: true });
      paper.space(12);
    }
    paper.text(t("shown", { hash: sha256 }), paper.left, { size: 7, soft: true });
    paper.space(10);
    if (signedSha256) {
      paper.text(t("sealed", { hash: signedSha256 }), paper.left, { size: 7, soft: true });
      paper.space(10);
    }
    paper.space(4);
  }
  drawSigners(paper, content);
  drawSteps(paper, content);
  return paper.finish();
}

const WHEN_WIDTH = 130;

function drawSigners(paper: Paper, { signers, locale }: CertificateContent): void {
  const t = wordsIn(certificateWords, locale);
  paper.heading(t("signers"), 50);
  for (const { name, role, how, consent, signedAt } of signers) {
    const lines = paper.letters.wrap(t("signer", { name, role }), paper.width - WHEN_WIDTH, 9, true);
    paper.need(lines.length * 12 + 38);
    paper.text(signedAt, paper.right, { align: "right", size: 8 });
    for (const line of lines) {
      paper.text(line, paper.left, { bold: true });
      paper.space(12);
    }
    paper.space(1);
    paper.paragraph(how);
    if (consent) paper.paragraph(consent);
  }
}

const STEP_LINE = 10.5;
const BY_WIDTH = 96;
const WHAT_LEFT = 142;

/** When, what and by whom, and under it the step's own hash and where it came from: nothing of a row is cut off. */
function drawSteps(paper: Paper, { events, locale }: CertificateContent): void {
  paper.heading(wordsIn(certificateWords, locale)("steps"), 60);
  for (const { seq, at, what, by, from, hash } of events) {
    const lines = paper.letters.wrap(what, paper.width - WHAT_LEFT - BY_WIDTH - 12, 8);
    const names = paper.letters.wrap(by, BY_WIDTH, 8);
    const origin = paper.letters.wrap(`${hash.slice(0, 16)} · ${from}`, paper.width - WHAT_LEFT, 6);
    const height = Math.max(lines.length, names.length) * STEP_LINE;
    paper.need(height + origin.length * 8 + 3);
    paper.text(String(seq), paper.left + 12, { size: 8, soft: true, align: "right" });
    paper.text(at, paper.left + 20, { size: 8, width: WHAT_LEFT - 24 });
    lines.forEach((line, index) =>
      paper.text(line, paper.left + WHAT_LEFT, { size: 8, at: paper.y + index * STEP_LINE }),
    );
    names.forEach((line, index) =>
      paper.text(line, paper.right, { size: 8, align: "right", at: paper.y + index * STEP_LINE }),
    );
    paper.space(height);
    origin.forEach((line, index) =>
      paper.text(line, paper.left + WHAT_LEFT, { size: 6, soft: true, at: paper.y + index * 8 }),
    );
    paper.space(origin.length * 8 + 3);
  }
}

export async function drawSealedCertificate(content: CertificateContent, key: SigningKey): Promise<Uint8Array> {
  const words = { reason: content.title, location: content.place, at: content.at };
  return sealPdf(await drawCertificate(content), key, words);
}
