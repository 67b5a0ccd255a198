import { z } from "zod";
import { signers, signKinds } from "./sign-place";

/** What a store's own form can be filled with; each has its name on the mapping screen. */
export const overlaySources = [
  "dealNumber",
  "contractDate",
  "storeName",
  "storeAddress",
  "storePhone",
  "buyerName",
  "buyerAddress",
  "buyerEmail",
  "buyerPhone",
  "coBuyerName",
  "vehicleYear",
  "vehicleMake",
  "vehicleModel",
  "vehicleVin",
  "vehicleMileage",
  "stockNumber",
  "sellingPrice",
  "taxTotal",
  "outTheDoor",
  "cashDown",
  "amountFinanced",
  "apr",
  "financeCharge",
  "totalOfPayments",
  "payment",
  "numberOfPayments",
  "firstPaymentDate",
  "tradeVehicle",
  "tradeVin",
  "tradeAllowance",
  "tradePayoff",
  "lender",
] as const;
export type OverlaySource = (typeof overlaySources)[number];

/** One field of an uploaded form: where it is, and what goes there. */
export const overlayFieldSchema = z.strictObject({
  /** As the form itself calls it. */
  name: z.string().max(200),
  page: z.int().min(0).max(40),
  x: z.number(),
  y: z.number(),
  width: z.number().min(1),
  height: z.number().min(1),
  fill: z.union([
    z.literal("nothing"),
    z.strictObject({ source: z.enum(overlaySources) }),
    z.strictObject({ signer: z.enum(signers), kind: z.enum(signKinds) }),
  ]),
});
export type OverlayField = z.infer<typeof overlayFieldSchema>;
export const overlayFieldsSchema = z.array(overlayFieldSchema).max(300);
