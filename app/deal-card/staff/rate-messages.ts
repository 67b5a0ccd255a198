import { defineMessages } from "#app/ui/define-messages";

/** Texts of the rate as the finance manager has it. */
export const rateMessages = defineMessages({
  en: {
    rate: "Rate",
    buy: "Buy rate",
    contract: "Contract rate",
    table: "Store’s table",
    spread: "Over buy rate",
    cap: "At most {limit}",
    set: "Set",
    back: "Back to the table",
    rateHint: "in percent",
    notARate: "Write a rate, for example 5.49.",
    minimum: "Minimum cash down",
    below: "The cash down is below the store’s minimum.",
  },
  fr: {
    rate: "Taux",
    buy: "Taux d’achat",
    contract: "Taux du contrat",
    table: "Table du magasin",
    spread: "Au-dessus du taux d’achat",
    cap: "Au plus {limit}",
    set: "Fixer",
    back: "Revenir à la table",
    rateHint: "en pour cent",
    notARate: "Écrivez un taux, par exemple 5,49.",
    minimum: "Comptant minimum",
    below: "L’argent comptant est sous le minimum du magasin.",
  },
});
