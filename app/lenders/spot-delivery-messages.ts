import { defineMessages } from "#app/ui/define-messages";

export const spotDeliveryMessages = defineMessages({
  en: {
    title: "Delivery before the lender agrees",
    notAllowed: "Not allowed here. {source}.",
    lead: "The car goes home on a conditional agreement. The lender has {days} days.",
    milesOut: "Odometer as it leaves",
    agree: "Deliver conditionally",
    gone: "Left on {date} with {miles}. The lender agrees by {deadline}, or the car comes back.",
    late: "Left on {date} with {miles}. The lender was to agree by {deadline}: tell the customer, and take the car back.",
    attempts: "What was tried",
    attempt: "{lender}: {outcome}. {by}, {at}",
    lender: "Lender",
    outcome: "What it said",
    log: "Note it",
    placed: "The lender agreed",
    wasPlaced: "The lender agreed on {date}. The delivery is no longer conditional.",
    milesBack: "Odometer as it comes back",
    unwind: "Take the car back",
    wasUnwound:
      "Taken back on {date} after {miles}. The deposit and the trade-in go back as they came; a notice is due if credit was refused.",
  },
  fr: {
    title: "Livraison avant l’accord du prêteur",
    notAllowed: "Pas permis ici. {source}.",
    lead: "La voiture part sous entente conditionnelle. Le prêteur a {days} jours.",
    milesOut: "Odomètre au départ",
    agree: "Livrer sous condition",
    gone: "Partie le {date} avec {miles}. Le prêteur accepte d’ici le {deadline}, ou la voiture revient.",
    late: "Partie le {date} avec {miles}. Le prêteur devait accepter d’ici le {deadline} : avisez le client et reprenez la voiture.",
    attempts: "Ce qui a été tenté",
    attempt: "{lender} : {outcome}. {by}, {at}",
    lender: "Prêteur",
    outcome: "Ce qu’il a dit",
    log: "Noter",
    placed: "Le prêteur a accepté",
    wasPlaced: "Le prêteur a accepté le {date}. La livraison n’est plus conditionnelle.",
    milesBack: "Odomètre au retour",
    unwind: "Reprendre la voiture",
    wasUnwound:
      "Reprise le {date} après {miles}. L’acompte et l’échange retournent comme ils sont venus; un avis est dû si le crédit a été refusé.",
  },
});
