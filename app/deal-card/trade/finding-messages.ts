import { defineMessages } from "#app/ui/define-messages";

/** What a finding can be about, beside the condition questions. */
export const findingMessages = defineMessages({
  en: {
    notSaid: "not said",
    subject: { odometer: "Odometer", vin: "VIN", damage: "Damage", other: "Something else" },
  },
  fr: {
    notSaid: "non dit",
    subject: { odometer: "Odomètre", vin: "NIV", damage: "Dommage", other: "Autre chose" },
  },
});
