import { describe, expect, it } from "vitest";
import { executeDocument, stampSignatures } from "#app/documents/execute-document.server";
import { drawForm } from "#app/documents/forms/drawn-forms.server";
import { mergeJacket } from "#app/documents/jacket-file.server";
import { sealPdf, type SigningKey } from "#app/documents/seal-pdf.server";
import { makeSigningKey, operatorsKey } from "#app/documents/store-signing-key.server";
import { aFormInput } from "#tests/support/form-inputs";
import { hasPdfsig, pdfSignatures } from "#tests/support/pdf-signatures";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";

const at = "2026-11-28T15:04:00.000Z";
const words = { reason: "Signed by all", location: "Lakeside", at };
const key: SigningKey = {
  ...(await makeSigningKey("Lakeside Motors, Ltd. (demo)", new Date(at))),
  algorithm: "EC",
  chain: [],
  timestampUrl: null,
};
const order = await drawForm("buyersOrder", aFormInput());
const marks = order.places.map((place, index) => ({
  place,
  signature:
    index === 0
      ? { method: "typed" as const, text: "Theo Marsh" }
      : {
          method: "drawn" as const,
          strokes: [
            [20, 150, 120, 40, 220, 160, 400, 90],
            [500, 100],
          ],
        },
  caption: "Theo Marsh, November 28, 2026, 3:04 PM",
}));
const execution = { bytes: order.bytes, marks, footer: `Signed copy of SHA-256 ${order.sha256}`, at };

describe("[SIGN-06] the seal", () => {
  it.skipIf(!hasPdfsig)("is valid over the whole signed document; a flipped byte breaks it", async () => {
    const sealed = await executeDocument({ ...execution, key, seal: words });
    const said = pdfSignatures(sealed);
    expect(said).toContain("Signature is Valid");
    expect(said).toContain("Total document signed");
    expect(said).toContain("ETSI.CAdES.detached");
    expect(said).toContain("Lakeside Motors Ltd. demo document seal");
    const flipped = Uint8Array.from(sealed);
    const place = Math.floor(order.bytes.length / 2);
    flipped[place] = (flipped[place] ?? 0) ^ 1;
    expect(pdfSignatures(flipped)).not.toContain("Signature is Valid");
  });

  it.skipIf(!hasPdfsig)("shows what was added after it", async () => {
    const sealed = await sealPdf(order.bytes, key, words);
    const more = Buffer.concat([sealed, Buffer.from("\n% one more line\n")]);
    expect(pdfSignatures(more)).toContain("Not total document signed");
  });

  it.skipIf(!hasPdfsig)("is made with the operator's own key and certificate where they are set", async () => {
    const pem = (label: string, base64: string) => `-----BEGIN ${label}-----\\n${base64}\\n-----END ${label}-----`;
    const own = operatorsKey(pem("PRIVATE KEY", key.privateKey), pem("CERTIFICATE", key.certificate));
    expect(own).toMatchObject({ algorithm: "EC", chain: [] });
    expect(pdfSignatures(await sealPdf(order.bytes, own, words))).toContain("Signature is Valid");
    expect(() => operatorsKey("no key", "no certificate")).toThrow("PKCS #8");
  });

  it("[SIGN-08] everything up to the seal is the same bytes again", async () => {
    const [one, other] = [await stampSignatures(execution), await stampSignatures(execution)];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});

describe("[J8] the jacket in one file", () => {
  const parts = [
    { title: "Buyer’s order", state: "signed", bytes: order.bytes, type: "pdf" as const },
    { title: "Due bill", state: "draft", bytes: new Uint8Array(), type: "pdf" as const },
  ];
  it.skipIf(!hasPdftotext || !hasPdfsig)(
    "has an index with the pages as they are, every word, and the seal",
    async () => {
      const due = await drawForm("dueBill", aFormInput());
      const jacket = {
        title: "Deal jacket LM-1042",
        author: "Lakeside Motors",
        locale: "en" as const,
        at,
        footer: "Lakeside Motors",
        lead: "For the lender.",
        kept: "",
        missing: ["Proof of insurance"],
        parts: [parts[0]!, { ...parts[1]!, bytes: due.bytes }],
        seal: { key, words },
      };
      const { bytes, pages } = await mergeJacket(jacket);
      expect(pages).toBe(1 + order.pages + due.pages);
      const said = pdfText(bytes);
      expect(said).toMatch(/1 +Buyer’s order.*page 2/);
      expect(said).toMatch(new RegExp(`2 +Due bill.*page ${2 + order.pages}`));
      expect(said).toMatch(/Proof of insurance +missing/);
      expect(said).toContain("owes nothing further");
      expect(pdfSignatures(bytes)).toContain("Signature is Valid");
    },
  );
});
