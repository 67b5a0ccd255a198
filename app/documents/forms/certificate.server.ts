import { Paper } from "../paper.server";
import { sealPdf, type SigningKey } from "../seal-pdf.server";

/** Everything that happened in one signing, as its own log has it. */
export interface CertificateContent {
  title: string;
  store: string;
  place: string;
  number: string;
  dealNumber: string;
  at: string;
  lead: string;
  documents: { title: string; sha256: string; signedSha256: string | null }[];
  signers: { name: string; role: string; how: string; consent: string; signedAt: string }[];
  events: { seq: number; at: string; what: string; by: string; from: string; hash: string }[];
}

/** The certificate of completion: who signed which bytes, when, from where, and every step in between. */
export async function drawCertificate(content: CertificateContent): Promise<Uint8Array> {
  const paper = await Paper.create({
    title: content.title,
    author: content.store,
    date: new Date(content.at),
    footer: `${content.store} · ${content.dealNumber} · signing ${content.number}`,
    letters: content,
  });
  paper.text(content.title, paper.left, { size: 16, bold: true });
  paper.space(24);
  paper.paragraph(content.lead, { size: 9, soft: false });
  paper.heading("Documents", 40);
  for (const { title, sha256, signedSha256 } of content.documents) {
    paper.need(42);
    paper.text(title, paper.left, { bold: true, width: paper.width });
    paper.space(12);
    paper.text(`As shown and signed, SHA-256 ${sha256}`, paper.left, { size: 7, soft: true });
    paper.space(10);
    if (signedSha256) {
      paper.text(`Signed and sealed copy, SHA-256 ${signedSha256}`, paper.left, { size: 7, soft: true });
      paper.space(10);
    }
    paper.space(4);
  }
  paper.heading("Signers", 50);
  for (const { name, role, how, consent, signedAt } of content.signers) {
    paper.need(50);
    paper.text(`${name}, ${role}`, paper.left, { bold: true, width: paper.width - 150 });
    paper.text(signedAt, paper.right, { align: "right", size: 8 });
    paper.space(13);
    paper.paragraph(how);
    if (consent) paper.paragraph(consent);
  }
  paper.heading("Every step", 60);
  for (const { seq, at, what, by, from, hash } of content.events) {
    const lines = paper.letters.wrap(what, paper.width - 232, 8);
    paper.need(lines.length * 10.5 + 14);
    paper.text(String(seq), paper.left + 12, { size: 8, soft: true, align: "right" });
    paper.text(at, paper.left + 20, { size: 8, width: 126 });
    lines.forEach((line, index) => paper.text(line, paper.left + 150, { size: 8, at: paper.y + index * 10.5 }));
    paper.text(by, paper.right, { size: 8, align: "right", width: 80 });
    paper.space(lines.length * 10.5);
    paper.text(`${hash.slice(0, 16)} · ${from}`, paper.left + 150, { size: 6, soft: true, width: paper.width - 150 });
    paper.space(11);
  }
  return paper.finish();
}

export async function drawSealedCertificate(content: CertificateContent, key: SigningKey): Promise<Uint8Array> {
  const words = { reason: content.title, location: content.place, at: content.at };
  return sealPdf(await drawCertificate(content), key, words);
}
