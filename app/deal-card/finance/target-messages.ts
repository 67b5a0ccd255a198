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
    cashNote: "{payment} a month over the same {months, number} months.",
    inAll: "{move, select, more {{total} more in total.} less {{total} less in total.} other {The same in total.}}",
    term: "{months, number} months",
    termNote: "{payment} a month.",
    rate: "A rate of {rate}",
    rateNote: "{payment} a month. A lender decides on it.",
    trade: "A trade-in that brings {amount}",
    tradeNote: "{payment} a month.",
    value: "Value my car",
    price: "A car at {amount}",
    priceNote: "selling price that gives {payment} a month.",
    take: "Take this",
    look: "Look in stock",
    outOfReach: {
      cash: "No cash down reaches it at this term.",
      term: "No term offered reaches it.",
      price: "No price reaches it.",
      rate: "Not even 0 % reaches it.",
      trade: "No trade-in reaches it.",
      signing: "The first payment and the fees alone are more.",
    },
    signing: {
      label: "Cash at signing, all in",
      found: "{amount} of it is cash down, and {payment} a month remains.",
    },
  },
  fr: {
    title:
      "{voice, select, you {Quel paiement vous conviendrait?} named {Quel paiement conviendrait à {name}?} other {Quel paiement conviendrait?}}",
    label: "Par mois",
    none: "Entrez un paiement et les façons d’y arriver s’affichent ici, chacune avec son coût.",
    already: "L’entente y est déjà : {payment} par mois.",
    cash: "{amount} comptant",
    cashNote: "{payment} par mois sur les mêmes {months, number} mois.",
    inAll:
      "{move, select, more {{total} de plus au total.} less {{total} de moins au total.} other {Autant au total.}}",
    term: "{months, number} mois",
    termNote: "{payment} par mois.",
    rate: "Un taux de {rate}",
    rateNote: "{payment} par mois. Un prêteur en décide.",
    trade: "Un échange qui rapporte {amount}",
    tradeNote: "{payment} par mois.",
    value: "Évaluer ma voiture",
    price: "Une voiture à {amount}",
    priceNote: "prix de vente qui donne {payment} par mois.",
    take: "Prendre",
    look: "Voir le stock",
    outOfReach: {
      cash: "Aucun montant comptant n’y arrive à cette durée.",
      term: "Aucune durée offerte n’y arrive.",
      price: "Aucun prix n’y arrive.",
      rate: "Même 0 % n’y arrive pas.",
      trade: "Aucun échange n’y arrive.",
      signing: "Le premier paiement et les frais dépassent déjà ce montant.",
    },
    signing: {
      label: "Argent à la signature, tout compris",
      found: "{amount} en sont de l’argent comptant, et il reste {payment} par mois.",
    },
  },
});
