import { refusalTexts, type RefusalCode } from "#machines/deal/deal-refusals";
import type { Locale } from "#app/ui/locale";

type RefusalText = { sentence: string; next: string };

const french: Record<RefusalCode, RefusalText> = {
  notAllowed: { sentence: "Votre rôle ne le permet pas.", next: "Demandez à la concession de le faire pour vous." },
  malformed: { sentence: "Nous n’avons pas pu lire ce changement.", next: "Vérifiez le champ indiqué et réessayez." },
  numbersMoved: {
    sentence: "Les chiffres ont changé pendant que vous regardiez.",
    next: "Relisez-les, puis acceptez.",
  },
  revisionFromFuture: {
    sentence: "Cela répond à une version de l’entente qui n’existe pas.",
    next: "Rechargez la page.",
  },
  editConflict: { sentence: "Ce changement a déjà été envoyé avec un autre contenu.", next: "Refaites le changement." },
  dealFrozen: {
    sentence: "L’entente est gelée pour son contrat.",
    next: "Demandez au directeur du financement de la rouvrir.",
  },
  dealLost: { sentence: "Cette entente est fermée.", next: "La concession peut la reprendre." },
  dealDelivered: {
    sentence: "Cette voiture est livrée.",
    next: "Le dossier peut être lu, mais plus modifié.",
  },
  notFrozen: { sentence: "L’entente n’est pas gelée.", next: "Gelez-la d’abord." },
  alreadyFrozen: { sentence: "{name} a déjà gelé cette entente.", next: "Ouvrez l’entente gelée." },
  notLost: { sentence: "L’entente n’est pas fermée.", next: "Il n’y a rien à reprendre." },
  notContracted: { sentence: "Le contrat n’est pas encore signé.", next: "Signez-le avant de remettre les clés." },
  checklistOpen: { sentence: "{count} points de la liste sont ouverts.", next: "Réglez d’abord les lignes rouges." },

  noVehicle: { sentence: "Aucun véhicule n’est choisi.", next: "Choisissez d’abord un véhicule." },
  vehicleUnavailable: { sentence: "Ce véhicule n’est plus offert.", next: "Choisissez-en un autre." },
  sameVehicle: { sentence: "Ce véhicule est déjà dans l’entente.", next: "Choisissez-en un autre." },
  beyondAuthority: {
    sentence: "Ce prix est sous votre limite de {limit}.",
    next: "Demandez à un directeur des ventes de le fixer.",
  },
  offerBeyondAuthority: {
    sentence: "Cette offre dépasse votre limite de {limit}.",
    next: "Demandez à un directeur ou à l’évaluateur de la faire.",
  },
  priceAboveSticker: { sentence: "Le prix dépasse le prix annoncé.", next: "Entrez {limit} ou moins." },
  incentiveUnknown: { sentence: "Ce véhicule n’a pas ce rabais.", next: "Choisissez-en un dans la liste." },

  noTradeDescribed: {
    sentence: "Nous ne connaissons pas encore votre voiture.",
    next: "Donnez d’abord l’année, la marque et le modèle.",
  },
  tradeYearAhead: { sentence: "Cette année-modèle n’est pas encore sortie.", next: "Vérifiez l’année." },
  payoffNotOwed: {
    sentence: "Vous avez dit que rien n’est dû sur cette voiture.",
    next: "Changez d’abord la propriété.",
  },
  valuationUnavailable: {
    sentence: "Nous ne pouvons pas évaluer cette voiture en ligne.",
    next: "Demandez-nous une offre.",
  },
  noOffer: { sentence: "Il n’y a pas d’offre à laquelle répondre.", next: "Demandez une offre à la concession." },
  offerChanged: { sentence: "L’offre a été remplacée par une plus récente.", next: "Lisez la nouvelle offre." },
  offerExpired: { sentence: "L’offre est expirée.", next: "Demandez à la concession de la renouveler." },
  offerAnswered: { sentence: "L’offre a déjà reçu une réponse.", next: "Demandez une nouvelle offre." },

  termNotOffered: { sentence: "La concession n’offre pas cette durée.", next: "Choisissez-en une dans la grille." },
  creditBandUnknown: {
    sentence: "Cette tranche de crédit n’est pas dans la liste.",
    next: "Choisissez-en une dans la liste.",
  },
  cashDownTooHigh: { sentence: "C’est plus que ce que coûte l’entente.", next: "Entrez {limit} ou moins." },
  leaseNotOffered: { sentence: "Ce véhicule ne peut pas être loué.", next: "Choisissez comptant ou financement." },
  rateOutsideCap: { sentence: "Ce taux est hors de ce que permet le prêteur.", next: "Entrez {limit} ou moins." },
  notComputable: { sentence: "Ces conditions ne donnent rien.", next: "Changez la durée ou l’argent comptant." },
  customersToConfirm: {
    sentence: "Seul le client peut accepter les conditions.",
    next: "Demandez au client de confirmer.",
  },

  productUnknown: { sentence: "Ce produit n’est pas au menu.", next: "Rechargez le menu." },
  productNotEligible: {
    sentence: "Ce produit n’aiderait pas dans cette entente.",
    next: "Voyez la raison dans le menu.",
  },

  depositTermsChanged: { sentence: "Les conditions du dépôt ont changé.", next: "Relisez-les." },
  depositTermsMissing: {
    sentence: "Les conditions du dépôt ne sont pas acceptées.",
    next: "Acceptez d’abord les conditions.",
  },
  depositHeldAlready: { sentence: "Un dépôt est déjà retenu.", next: "Rien d’autre n’est dû maintenant." },
  depositInProgress: { sentence: "Un paiement est en cours.", next: "Terminez-le ou attendez quelques minutes." },
  paymentsOff: { sentence: "Le paiement en ligne n’est pas en place.", next: "Payez le dépôt à la concession." },
  noDepositHeld: { sentence: "Aucun dépôt n’est retenu.", next: "Il n’y a rien à rembourser." },
  depositMismatch: {
    sentence: "Le paiement ne correspond pas à ce que nous avons demandé.",
    next: "La concession en est avisée.",
  },

  deliveryMethodMissing: {
    sentence: "Ni la cueillette ni la livraison n’est choisie.",
    next: "Choisissez-en une d’abord.",
  },
  addressMissing: { sentence: "Nous ne savons pas où livrer.", next: "Donnez d’abord l’adresse." },
  addressOutsideArea: {
    sentence: "Cette adresse est hors de notre zone de livraison.",
    next: "Choisissez plutôt la cueillette.",
  },
  slotNotOffered: { sentence: "Cette heure n’est pas offerte.", next: "Choisissez une des heures libres." },
  slotTaken: { sentence: "Cette heure vient d’être prise.", next: "Choisissez-en une autre." },
  tooLateToReschedule: {
    sentence: "Il est trop tard pour changer l’heure en ligne.",
    next: "Appelez la concession.",
  },

  staffUnknown: { sentence: "Cette personne ne travaille pas ici.", next: "Choisissez quelqu’un dans la liste." },
  stageNotOpen: { sentence: "Il n’y a rien à faire à cette étape pour l’instant.", next: "Ouvrez une autre étape." },
};

/** Every refusal in both languages; a code without a text does not compile. */
export const refusalMessages: Record<Locale, Record<RefusalCode, RefusalText>> = { en: refusalTexts, fr: french };
