import { defineMessages } from "#app/ui/define-messages";

/** Plain words of the front door; they travel with the page, in one language. */
export const homeMessages = defineMessages({
  en: {
    headline: "See the whole price first",
    lead: "One total price, a payment range that says what it assumes, and a deal you work through with a person, from home or in the store.",
    searchLabel: "Make, model, color or stock number",
    searchExample: "Hybrid SUV in blue",
    search: "Search",
    byBody: "By kind",
    newest: "Just in",
    seeAll: "All cars",
    howTitle: "How it works",
    step1: "Pick a car",
    step1Text: "The price you see is the price at the desk. No name, no number.",
    step2: "Build your deal",
    step2Text:
      "Trade-in, payment and protection on one card. We work on the same card with you, live, when you want us.",
    step3: "Drive it home",
    step3Text: "A refundable deposit holds the car. Pick it up, or we bring it to you.",
    empty: "No cars are for sale at the moment. Come back soon, or call us.",
  },
  fr: {
    headline: "Voyez d’abord le prix complet",
    lead: "Un seul prix total, une fourchette de paiement qui dit ce qu’elle suppose, et un dossier que vous montez avec une personne, à la maison ou sur place.",
    searchLabel: "Marque, modèle, couleur ou numéro de stock",
    searchExample: "VUS hybride bleu",
    search: "Chercher",
    byBody: "Par genre",
    newest: "Nouvellement arrivées",
    seeAll: "Toutes les voitures",
    howTitle: "Comment ça marche",
    step1: "Choisissez une voiture",
    step1Text: "Le prix affiché est le prix au bureau. Ni nom, ni numéro.",
    step2: "Montez votre dossier",
    step2Text:
      "Reprise, paiement et protection sur une seule carte. Nous travaillons avec vous sur la même carte, en direct, quand vous le voulez.",
    step3: "Rentrez avec",
    step3Text: "Un dépôt remboursable garde la voiture. Venez la chercher, ou nous vous l’apportons.",
    empty: "Aucune voiture n’est à vendre pour le moment. Revenez bientôt, ou appelez-nous.",
  },
});
