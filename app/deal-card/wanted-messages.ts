import { defineMessages } from "#app/ui/define-messages";

/** What a change wanted, as part of a sentence. */
export const wantedMessages = defineMessages({
  en: {
    cashDown: "cash down {amount}",
    term: "{months, number} months",
    cell: "{months, number} months with {amount} down",
    method: { cash: "paying cash", finance: "financing", lease: "leasing" },
    target: "a target of {amount} a month",
    noTarget: "no target payment",
    price: "a selling price of {amount}",
    swap: "the vehicle {stockNumber}",
    tradeCar: "your trade-in, {car}",
    tradeAnswer: "an answer about your trade-in",
    incentive: "an incentive",
    product: "an answer about protection",
    delivery: "the delivery",
    stage: "a step left out or taken up",
    other: "a change",
  },
  fr: {
    cashDown: "un comptant de {amount}",
    term: "{months, number} mois",
    cell: "{months, number} mois avec {amount} comptant",
    method: { cash: "payer comptant", finance: "financer", lease: "louer" },
    target: "une cible de {amount} par mois",
    noTarget: "aucune cible de paiement",
    price: "un prix de vente de {amount}",
    swap: "le véhicule {stockNumber}",
    tradeCar: "votre échange, {car}",
    tradeAnswer: "une réponse sur votre échange",
    incentive: "un incitatif",
    product: "une réponse sur la protection",
    delivery: "la livraison",
    stage: "une étape laissée de côté ou reprise",
    other: "un changement",
  },
});
