import { defineMessages } from "#app/ui/define-messages";

/** Texts of the staff's footers on rail and squares. */
export const cardStaffMessages = defineMessages({
  en: {
    acv: "ACV {amount}",
    over: "over {amount}",
    under: "under {amount}",
    cost: "Cost {amount}",
    minimum: "Minimum {amount}",
    target: "{name}’s target {amount}",
    customer: "Customer",
  },
  fr: {
    acv: "VAC {amount}",
    over: "{amount} au-dessus",
    under: "{amount} au-dessous",
    cost: "Coût {amount}",
    minimum: "Minimum {amount}",
    target: "Visé par {name} : {amount}",
    customer: "Client",
  },
});
