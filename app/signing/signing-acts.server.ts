import { z } from "zod";
import { adoptSignature } from "./adopt-signature.server";
import { askForPaper, giveConsent, withdrawConsent } from "./consent.server";
import { acknowledgeDifferences } from "./deal-differences.server";
import { declineSigning } from "./end-signing.server";
import { signField } from "./sign-field.server";
import type { Origin } from "./signing-log.server";
import { refused, type SigningAnswer } from "./signing-refusal";
import type { SigningPerson } from "./signing-session.server";

const text = z.string().max(2_000);
const actSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("consent"), code: text, agree: z.literal("yes") }),
  z.object({ act: z.literal("withdraw") }),
  z.object({ act: z.literal("paper") }),
  z.object({ act: z.literal("differences"), key: z.string().max(20_000) }),
  z.object({
    act: z.literal("adopt"),
    method: z.enum(["typed", "drawn"]),
    name: text,
    initials: text,
    strokes: z.string().max(40_000),
  }),
  z.object({ act: z.literal("sign"), documentId: text, fieldId: text, sha256: text }),
  z.object({ act: z.literal("decline"), reason: text }),
]);

export type SigningActName = z.infer<typeof actSchema>["act"];

const strokesOf = (json: string): unknown => {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
};

/** One act of a signer, as a form sends it. */
export async function signingAct(person: SigningPerson, form: FormData, origin: Origin): Promise<SigningAnswer> {
  const parsed = actSchema.safeParse({
    method: "typed",
    name: "",
    initials: "",
    strokes: "[]",
    ...Object.fromEntries(form),
  });
  if (!parsed.success) return refused(form.get("act") === "consent" ? "noConsent" : "badSignature");
  const given = parsed.data;
  switch (given.act) {
    case "consent":
      return giveConsent(person, given.code, origin);
    case "withdraw":
      return withdrawConsent(person, origin);
    case "paper":
      return askForPaper(person, origin);
    case "differences":
      return acknowledgeDifferences(person, given.key, origin);
    case "adopt": {
      const drawn = { method: "drawn", strokes: strokesOf(given.strokes) };
      const signature = given.method === "drawn" ? drawn : { method: "typed", text: given.name };
      return adoptSignature(person, { signature, initials: { method: "typed", text: given.initials } }, origin);
    }
    case "sign":
      return signField(person, given, origin);
    case "decline":
      return declineSigning(person, given.reason, origin);
  }
}
