import { defineMessages } from "#app/ui/define-messages";

export const fniMessages = defineMessages({
  en: {
    title:
      "{voice, select, you {Protect it, or not} named {What {name} would like to protect} other {What the customer would like to protect}}",
    optional:
      "Nothing on this menu is required. {voice, select, you {You} other {The customer}} can buy, finance or lease this car without any of it, at the same price and the same rate.",
    optionalTitle: "Optional",
    monthly: "{amount} a month",
    inAll: "{amount} in all",
    price: "{price} price",
    option: {
      label: "Coverage",
      term: "{months, number} months",
      loan: "for the whole term",
      miles: "{miles} miles",
      deductible: "{amount} deductible",
      noDeductible: "no deductible",
    },
    answer: { label: "Answer", accepted: "Yes", declined: "No", deferred: "Later" },
    by: "by {provider}",
    restNo: "{voice, select, you {No to the rest} other {No to the rest}}",
    restNoNote: "{count, plural, one {Declines the one still open.} other {Declines the # still open.}}",
    blockedTitle: "Not offered here",
    blocked: {
      wrongMethod:
        "{method, select, cash {Of no use when paying cash.} finance {Only for a lease.} lease {Of no use on a lease.} other {Not for this way to pay.}}",
      wrongCondition: "Not for a car of this kind.",
      tooManyMiles: "Only up to {limit} miles.",
      tooOld: "Only for cars up to {limit, number} years old.",
      noBenefitForFuel:
        "{fuel, select, electric {Nothing to service this way on an electric car.} other {Of no use on this car.}}",
      loanToValueLow:
        "Little is owed against the car’s price, so it would pay nothing. Offered from {limit} of the price.",
      noBenefit: {
        coveredByMaker: "The maker’s own cover lasts as long, so it would pay nothing. We do not sell it.",
        soldBeforeCover: "You sell the car while the maker still covers it. We do not sell it.",
        owesLessThanWorth: "You never owe more than the car is worth, so it would pay nothing. We do not sell it.",
        fewServices: "At your miles the services cost less than the plan. We do not sell it.",
      },
      noVehicle: "Choose a car first.",
    },
    staffOnly: "The answers are the customer’s, or recorded by the finance manager.",
  },
  fr: {
    title:
      "{voice, select, you {La protéger, ou non} named {Ce que {name} veut protéger} other {Ce que le client veut protéger}}",
    optional:
      "Rien dans ce menu n’est exigé. {voice, select, you {Vous pouvez} other {Le client peut}} acheter, financer ou louer cette voiture sans rien de ceci, au même prix et au même taux.",
    optionalTitle: "Facultatif",
    monthly: "{amount} par mois",
    inAll: "{amount} en tout",
    price: "prix {price}",
    option: {
      label: "Couverture",
      term: "{months, number} mois",
      loan: "pour toute la durée",
      miles: "{miles} milles",
      deductible: "franchise de {amount}",
      noDeductible: "sans franchise",
    },
    answer: { label: "Réponse", accepted: "Oui", declined: "Non", deferred: "Plus tard" },
    by: "par {provider}",
    restNo: "{voice, select, you {Non au reste} other {Non au reste}}",
    restNoNote: "{count, plural, one {Refuse celui qui reste.} other {Refuse les # qui restent.}}",
    blockedTitle: "Non offerts ici",
    blocked: {
      wrongMethod:
        "{method, select, cash {Inutile en payant comptant.} finance {Seulement pour une location.} lease {Inutile en location.} other {Pas pour cette façon de payer.}}",
      wrongCondition: "Pas pour une voiture de ce type.",
      tooManyMiles: "Seulement jusqu’à {limit} milles.",
      tooOld: "Seulement pour les voitures de {limit, number} ans ou moins.",
      noBenefitForFuel:
        "{fuel, select, electric {Rien à entretenir ainsi sur une électrique.} other {Inutile sur cette voiture.}}",
      loanToValueLow: "Peu est dû par rapport au prix : il ne paierait rien. Offert à partir de {limit} du prix.",
      noBenefit: {
        coveredByMaker:
          "La garantie du constructeur dure aussi longtemps : il ne paierait rien. Nous ne le vendons pas.",
        soldBeforeCover: "Vous revendez pendant la garantie du constructeur. Nous ne le vendons pas.",
        owesLessThanWorth: "Vous ne devez jamais plus que la valeur : il ne paierait rien. Nous ne le vendons pas.",
        fewServices: "À votre kilométrage, l’entretien coûte moins que le plan. Nous ne le vendons pas.",
      },
      noVehicle: "Choisissez d’abord une voiture.",
    },
    staffOnly: "Les réponses sont celles du client, ou inscrites par le directeur du financement.",
  },
});
