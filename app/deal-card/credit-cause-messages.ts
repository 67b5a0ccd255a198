import { defineMessages } from "#app/ui/define-messages";

const whoseEn = "{applicant, select, coBuyer {co-buyer’s} other {buyer’s}}";
const whoseFr = "{applicant, select, coBuyer {du coacheteur} other {de l’acheteur}}";
const answerEn =
  "{status, select, approved {{lender} approved {amount}, about {payment} a month.} conditional {{lender} approved {amount}, about {payment} a month, and asks for papers.} counter {{lender} offers {amount} instead, about {payment} a month.} declined {{lender} could not approve this.} pending {{lender} is looking at the application.} withdrawn {The application to {lender} was taken back.} expired {The answer of {lender} has run out.} booked {{lender} paid the contract out.} other {{lender} has the application.}}";
const answerFr =
  "{status, select, approved {{lender} approuve {amount}, environ {payment} par mois.} conditional {{lender} approuve {amount}, environ {payment} par mois, et demande des pièces.} counter {{lender} offre plutôt {amount}, environ {payment} par mois.} declined {{lender} n’a pas pu approuver.} pending {{lender} étudie la demande.} withdrawn {La demande à {lender} a été retirée.} expired {La réponse de {lender} est échue.} booked {{lender} a versé le contrat.} other {{lender} a la demande.}}";
const kindEn =
  "{kind, select, income {Proof of income} residence {Proof of residence} insurance {Proof of insurance} licence {A copy of the licence} references {References} other {Proof of employment}}";
const kindFr =
  "{kind, select, income {Preuve de revenu} residence {Preuve de résidence} insurance {Preuve d’assurance} licence {Copie du permis} references {Références} other {Preuve d’emploi}}";
const hasFr = "{you, select, yes {Vous avez} other {{who} a}}";

/** Credit and the menu as sentences of the history; part of `changeMessages`. */
export const creditCauseMessages = defineMessages({
  en: {
    fni: {
      needsAnswered: "{who} said how the car will be used.",
      rated: "{source} rated the products for this car.",
      priceExceptionSet: "{who} set another price for {product}.",
      menuSigned: "{name} signed the record of the menu.",
    },
    credit: {
      started: `The ${whoseEn} credit application was opened.`,
      completed: `The ${whoseEn} credit application is complete.`,
      skipped: "{who} went on without a credit application.",
      prequalified: "Pre-qualified in the {band} band. This is not a lender’s answer.",
      sent: "The application went to {lender}.",
      answered: answerEn,
      chosen: "{who} writes the contract on the answer of {lender}.",
      stipMoved: `${kindEn} {state, select, wanted {is asked for} received {came in} sent {went to the lender} cleared {is settled} other {was not accepted}}.`,
      flagRaised: "A point to look at was raised.",
      flagResolved: "{who} settled a point that was raised.",
    },
  },
  fr: {
    fni: {
      needsAnswered: `${hasFr} dit comment la voiture servira.`,
      rated: "{source} a tarifé les produits pour cette voiture.",
      priceExceptionSet: `${hasFr} mis un autre prix à {product}.`,
      menuSigned: "{name} a signé le relevé du menu.",
    },
    credit: {
      started: `La demande de crédit ${whoseFr} a été ouverte.`,
      completed: `La demande de crédit ${whoseFr} est complète.`,
      skipped: `${hasFr} poursuivi sans demande de crédit.`,
      prequalified: "Préqualification dans la catégorie {band}. Ce n’est pas la réponse d’un prêteur.",
      sent: "La demande est partie chez {lender}.",
      answered: answerFr,
      chosen: "{you, select, yes {Vous écrivez} other {{who} écrit}} le contrat sur la réponse de {lender}.",
      stipMoved: `${kindFr} : {state, select, wanted {demandée} received {reçue} sent {envoyée au prêteur} cleared {réglée} other {non acceptée}}.`,
      flagRaised: "Un point à vérifier a été relevé.",
      flagResolved: `${hasFr} réglé un point relevé.`,
    },
  },
});
