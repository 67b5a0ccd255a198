import { describe, expect, it } from "vitest";
import { guessFill } from "#app/documents/guess-fill";
import { fillText } from "#app/documents/overlay-fill-text";

describe("what a field of a store's form asks for, by its name", () => {
  it.each([
    ["buyer_name", "source:buyerName"],
    ["BuyerName", "source:buyerName"],
    ["form1[0].Page1[0].Buyer-Name[2]", "source:buyerName"],
    ["Co-Buyer Name", "source:coBuyerName"],
    ["CoBuyerName", "source:coBuyerName"],
    ["purchaser street address", "source:buyerAddress"],
    ["Customer E-mail", "source:buyerEmail"],
    ["dealer_phone", "source:storePhone"],
    ["VIN", "source:vehicleVin"],
    ["Trade VIN", "source:tradeVin"],
    ["trade_in_payoff", "source:tradePayoff"],
    ["Odometer Reading", "source:vehicleMileage"],
    ["Date of sale", "source:contractDate"],
    ["Total of Payments", "source:totalOfPayments"],
    ["Number of payments", "source:numberOfPayments"],
    ["First payment due", "source:firstPaymentDate"],
    ["Monthly payment", "source:payment"],
    ["APR", "source:apr"],
    ["Cash price", "source:sellingPrice"],
    ["Sales tax", "source:taxTotal"],
    ["lienholder", "source:lender"],
    ["Buyer signature", "sign:buyer:signature"],
    ["cobuyer_initials", "sign:coBuyer:initials"],
  ])("%s", (name, fill) => expect(fillText(guessFill(name))).toBe(fill));

  it.each(["Text1", "date", "Buyer signature date", "Check Box 7", "total", "customer", "down", "model release"])(
    "%s says too little",
    (name) => expect(guessFill(name)).toBe("nothing"),
  );
});
