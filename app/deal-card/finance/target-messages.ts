import { defineMessages } from "#app/ui/define-messages";

/** Texts of working back from a payment. */
export const targetMessages = defineMessages({
  en: {
    title:
      "{voice, select, you {What payment would suit you?} named {What payment would suit {name}?} other {What payment would suit?}}",
    label: "A month",
    none: "Enter a payment and the ways to it show here, each with what it costs.",
    already: "The deal is already there: {payment} a month.",
    cash: "{amount} down",
    cashNote: "{payment} a month over the same {months, number} months",
    term: "{months, number} months",
    termMore: "{payment} a month. {total} more in total.",
    termLess: "{payment} a month. {total} less in total.",
    price: "A car at {amount}",
    priceNote: "selling price that gives {payment} a month",
    take: "Take this",
    look: "Look in stock",
    outOfReach: {
      cash: "No cash down reaches it at this term.",
      term: "No term offered reaches it.",
      price: "No price reaches it.",
    },
  },
  fr: {
    title:
      "{voice, select, you {Quel paiement vous conviendrait?} named {Quel paiement conviendrait à {name}?} other {Quel paiement conviendrait?}}",
    label: "Par mois",
    none: "Entrez un paiement et les façons d’y arriver s’affichent ici, chacune avec son coût.",
    already: "L’entente y est déjà : {payment} par mois.",
    cash: "{amount} comptant",
    cashNote: "{payment} par mois sur les mêmes {months, number} mois",
    term: "{months, number} mois",
    termMore: "{payment} par mois. {total} de plus au total.",
    termLess: "{payment} par mois. {total} de moins au total.",
    price: "Une voiture à {amount}",
    priceNote: "prix de vente qui donne {payment} par mois",
    take: "Prendre",
    look: "Voir le stock",
    outOfReach: {
      cash: "Aucun montant comptant n’y arrive à cette durée.",
      term: "Aucune durée offerte n’y arrive.",
      price: "Aucun prix n’y arrive.",
    },
  },
});
