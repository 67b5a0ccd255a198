import { z } from "zod";
import type { DealEdit } from "#machines/deal/deal-events";

/** One hidden id a page: the same button pressed twice on one page is one edit, whatever the network does. */
const everyAct = { editSeed: z.uuid() };
const filled = z.string().trim().min(1).max(1_000);
const line = z.string().trim().min(1).max(80);
const optionalLine = z.string().trim().max(80);
const requestNumber = z.coerce.number<string>().int().min(1).max(1_000);
const note = z.string().trim().max(1_000);
const seenRevision = z.coerce.number<string>().int().min(0).max(1_000_000);

const act = <Name extends string, Shape extends z.core.$ZodLooseShape>(name: Name, shape: Shape) =>
  z.object({ act: z.literal(name), ...everyAct, ...shape });

/** What a desk can do from its list or its sheets: form fields as the browser sends them. */
export const deskActSchema = z.discriminatedUnion("act", [
  act("claim", {}),
  act("release", {}),
  act("assign", { staffId: line }),
  act("revive", {}),
  act("lose", { reason: filled }),
  act("note", { text: filled }),
  act("identify", {
    firstName: line,
    lastName: line,
    email: z.union([z.literal(""), z.email().max(200)]),
    phone: optionalLine,
    street: line,
    city: line,
    region: line,
    postcode: line,
  }),
  act("verifyIdentity", { method: z.enum(["license", "passport", "knownCustomer"]) }),
  act("applyTaxes", {
    // Empty: the buyer's own address.
    street: optionalLine,
    city: optionalLine,
    region: optionalLine,
    postcode: optionalLine,
    registrant: z.enum(["yes", "no"]),
  }),
  act("freeze", { seenRevision }),
  act("contract", { seenRevision }),
  act("grantApproval", {
    number: requestNumber,
    granted: z.coerce.number<string>().int().min(0).max(1_000_000_000),
    note,
  }),
  act("refuseApproval", { number: requestNumber, note }),
  act("deliver", {}),
  act("reopen", { reason: filled }),
]);
export type DeskAct = z.infer<typeof deskActSchema>;
export type DeskActName = DeskAct["act"] | "startWalkIn";

export const walkInSchema = z.object({
  act: z.literal("startWalkIn"),
  ...everyAct,
  stockNumber: optionalLine,
});

/** The edits one act stands for, in order; the second rests on the first. */
export function editsOf(asked: DeskAct, staffId: string): DealEdit[] {
  switch (asked.act) {
    case "claim":
      return [{ type: "staff.assignmentRequested", staffId }];
    case "release":
      return [{ type: "staff.released", staffId }];
    case "assign":
      return [{ type: "staff.assignmentRequested", staffId: asked.staffId }];
    case "revive":
      return [{ type: "deal.revived" }];
    case "lose":
      return [{ type: "deal.lost", reason: asked.reason }];
    case "note":
      return [{ type: "note.added", text: asked.text }];
    case "identify": {
      const { firstName, lastName, email, phone, street, city, region, postcode } = asked;
      return [
        { type: "customer.identified", firstName, lastName, email, phone },
        { type: "customer.addressStated", street, city, region, postcode },
      ];
    }
    case "verifyIdentity":
      return [{ type: "customer.identityVerified", method: asked.method }];
    case "applyTaxes": {
      const { street, city, region, postcode, registrant } = asked;
      const address = street ? { street, city, region, postcode } : null;
      return [{ type: "taxes.garagingRequested", address, registrant: registrant === "yes" }];
    }
    case "freeze":
      return [{ type: "deal.freezeRequested" }];
    case "contract":
      return [{ type: "deal.contracted" }];
    case "grantApproval":
      return [{ type: "approval.granted", number: asked.number, granted: asked.granted, note: asked.note }];
    case "refuseApproval":
      return [{ type: "approval.refused", number: asked.number, note: asked.note }];
    case "deliver":
      return [{ type: "deal.delivered" }];
    case "reopen":
      return [{ type: "deal.reopened", reason: asked.reason }];
  }
}
