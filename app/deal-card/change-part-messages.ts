import { defineMessages } from "#app/ui/define-messages";

/** The causes of a figure's change and the figures themselves, as they stand inside a sentence. */
export const changePartMessages = defineMessages({
  en: {
    code: {
      vehicle: "the car",
      price: "selling price",
      rebates: "rebates",
      tradeAllowance: "trade allowance",
      tradePayoff: "trade payoff",
      products: "protection",
      delivery: "delivery",
      taxesAndFees: "taxes and fees",
      cashDown: "cash down",
      method: "way of paying",
      term: "term",
      rate: "rate",
      lenderTerms: "contract terms",
    },
    figure: {
      payment: "Payment {move, select, down {down} other {up}} {amount} a month",
      outTheDoor: "Out-the-door total {move, select, down {down} other {up}} {amount}",
      cashDue: "Cash due {move, select, down {down} other {up}} {amount}",
      totalOfPayments: "All payments together {move, select, down {down} other {up}} {amount}",
    },
    part: "{code} {amount}",
    partBy: "{code} {amount} ({who})",
    withParts: "{figure}: {parts}.",
    alone: "{figure}.",
    you: "you",
    digest: {
      title: "Since you were last here",
      putAway: "Got it",
    },
  },
  fr: {
    code: {
      vehicle: "la voiture",
      price: "prix de vente",
      rebates: "remises",
      tradeAllowance: "allocation d’échange",
      tradePayoff: "solde du prêt d’échange",
      products: "protection",
      delivery: "livraison",
      taxesAndFees: "taxes et frais",
      cashDown: "argent comptant",
      method: "mode de paiement",
      term: "durée",
      rate: "taux",
      lenderTerms: "conditions du contrat",
    },
    figure: {
      payment: "Paiement en {move, select, down {baisse} other {hausse}} de {amount} par mois",
      outTheDoor: "Total tout compris en {move, select, down {baisse} other {hausse}} de {amount}",
      cashDue: "Argent dû en {move, select, down {baisse} other {hausse}} de {amount}",
      totalOfPayments: "Total des paiements en {move, select, down {baisse} other {hausse}} de {amount}",
    },
    part: "{code} {amount}",
    partBy: "{code} {amount} ({who})",
    withParts: "{figure} : {parts}.",
    alone: "{figure}.",
    you: "vous",
    digest: {
      title: "Depuis votre dernière visite",
      putAway: "Compris",
    },
  },
});
