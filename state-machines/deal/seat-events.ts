import { z } from "zod";
import { idSchema, optionalShortText, shortText } from "../money/stored-value";
import { seatKinds } from "../store/actor";
import { event } from "./event-schema";
import { seatRelations, seatScopes } from "./seat";

const seatFields = {
  kind: z.enum(seatKinds),
  relation: z.enum(seatRelations),
  scope: z.enum(seatScopes),
  name: shortText,
};

export const plainSeatEvents = [
  event("seat.scopeChanged", { seatId: idSchema, scope: z.enum(seatScopes) }),
  event("seat.ended", { seatId: idSchema }),
  event("coBuyer.identified", {
    firstName: shortText,
    lastName: shortText,
    email: z.union([z.literal(""), z.email().max(254)]),
    phone: optionalShortText,
  }),
  event("coBuyer.addressStated", { street: shortText, city: shortText, region: shortText, postcode: shortText }),
] as const;

export const seatRequests = [event("seat.inviteRequested", seatFields)] as const;

export const resolvedSeatEvents = [
  event("seat.invited", { seatId: idSchema, ...seatFields }),
  event("seat.taken", { seatId: idSchema }),
] as const;
