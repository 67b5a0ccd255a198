import { describe, expect, it } from "vitest";
import { drawCertificate } from "#app/documents/forms/certificate.server";
import { certificateWords } from "#app/documents/forms/certificate-words";
import { stepInWords } from "#app/signing/certificate-content.server";
import { signingEventTypes } from "#app/signing/signing-log.server";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { hasPdftotext, pdfText } from "#tests/support/pdf-text";

const hash = "a1b2c3d4e5f60718".repeat(4);
const name = "Maximiliana Theodora Alexandrina Featherstonehaugh-Wolfeschlegelstein";
const agent =
  "Mozilla/5.0 (Linux; Android 14; Invented Phone 8) AppleWebKit/537.36 Chrome/126.0.6478.122 Mobile Safari/537";

const contentIn = (locale: Locale) => {
  const t = translator(certificateWords, locale);
  return {
    locale,
    title: t("title"),
    store: "Lakeside Motors",
    place: "Lakeside, IL",
    dealNumber: "LM-1042",
    at: "2026-11-28T15:00:00.000Z",
    footer: "Lakeside Motors",
    lead: t("lead", { number: "S-1", deal: "LM-1042", revision: 2 }),
    documents: [{ title: "Bon de commande", sha256: hash, signedSha256: hash }],
    signers: [{ name, role: t("roles.buyer"), how: "", consent: "", signedAt: "2026-11-28 15:00:00 UTC" }],
    events: signingEventTypes.map((type, at) => ({
      seq: at + 1,
      at: "2026-11-28 15:00:00 UTC",
      what: stepInWords({ type, payload: { role: "buyer", document: "buyersOrder", textHash: hash } }, locale),
      by: name,
      from: `203.0.113.7 · ${agent}`,
      hash,
    })),
  };
};

describe("[J11] [SIGN-06] a certificate of completion", () => {
  it.skipIf(!hasPdftotext)("is in French where the deal's documents are, no English word left in it", async () => {
    const said = pdfText(await drawCertificate(contentIn("fr")));
    expect(said).toContain("Certificat de signature");
    expect(said).toContain("Tel que montré et signé, SHA-256");
    expect(said).toContain("A consenti aux documents et signatures électroniques");
    expect(said).not.toMatch(/\b(Signed|signed|Every|step|buyer|Consented|The|was|Page \d of)\b/);
  });

  it.skipIf(!hasPdftotext).each(["en", "fr"] as const)("%s: says every step whole, whoever took it", async (locale) => {
    const content = contentIn(locale);
    const said = pdfText(await drawCertificate(content)).replaceAll(/\s+/g, " ");
    for (const { what } of content.events) expect(said).toContain(what.slice(0, 40));
    // A name and a browser's own words take the lines that they need.
    expect(said.replaceAll(" ", "")).toContain(agent.replaceAll(" ", ""));
    expect(said).not.toContain("…  ");
    expect(said.match(/lfeschlegelstein/g)?.length).toBeGreaterThan(signingEventTypes.length);
  });

  it("gives the same bytes for the same signing", async () => {
    const [one, other] = [await drawCertificate(contentIn("fr")), await drawCertificate(contentIn("fr"))];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });

  it("names a step by its document, its signer and its hash, in either language", () => {
    const step = { type: "fieldSigned", payload: { role: "coBuyer", document: "buyersOrder", field: "coBuyer-2" } };
    expect(stepInWords(step)).toBe("Signed: co-buyer, Buyer’s order, place coBuyer-2");
    expect(stepInWords(step, "fr")).toBe("A signé : coacheteur, Bon de commande, endroit coBuyer-2");
    const cameIn = { type: "authenticated", payload: { role: "buyer", by: "store screen, papers checked by Maya" } };
    expect(stepInWords(cameIn, "fr")).toBe("Est entré : acheteur, écran du commerçant, papiers vérifiés par Maya");
  });
});
