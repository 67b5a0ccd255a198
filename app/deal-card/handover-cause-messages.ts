import { defineMessages } from "#app/ui/define-messages";

const did = "{you, select, yes {Vous avez} other {{who} a}}";
const partyEn = "{party, select, store {for the store} other {for the customer}}";
const partyFr = "{party, select, store {pour la concession} other {pour le client}}";
const checkEn =
  "{check, select, licenseSeen {the license} walkaround {the walkaround} marksShown {the marks on the car} keys {the keys} manuals {the manuals} phonePaired {the phone} tour {the tour of the features} other {fuel or charge}}";
const checkFr =
  "{check, select, licenseSeen {le permis} walkaround {le tour de la voiture} marksShown {les marques} keys {les clés} manuals {les manuels} phonePaired {le téléphone} tour {la visite des fonctions} other {le plein ou la charge}}";
const titleEn =
  "{step, select, application {the title application was sent} feesPaid {the registration fees were paid} platesGiven {the plates were given} other {the title was issued}}";
const titleFr =
  "{step, select, application {la demande de titre a été envoyée} feesPaid {les frais d’immatriculation ont été payés} platesGiven {les plaques ont été remises} other {le titre a été émis}}";

/** From the contract to the last plate, and test drives, as sentences of the history; part of `changeMessages`. */
export const handoverCauseMessages = defineMessages({
  en: {
    handover: {
      workPlanned: "{who} planned the work before the keys.",
      workDone: "{who} ticked off work before the keys.",
      overridden: "{who} took open points before the keys upon themselves.",
      timeBooked: "{who} {again, select, yes {moved the hand-over to} other {booked the hand-over for}} {time}.",
      checked: `{who} {done, select, yes {went through} other {took back}} ${checkEn} at the hand-over.`,
      photoAdded: "{who} took a photo of the car’s condition.",
      photoRemoved: "{who} removed a photo of the car’s condition.",
      contactlessChosen:
        "{contactless, select, yes {{who} chose a hand-over without meeting.} other {{who} chose to meet for the hand-over.}}",
      followedUp: "{who} saw to the second delivery.",
      odometerRead: "{who} read the odometer: {odometer} miles.",
      signed: `{name} signed the hand-over ${partyEn}.`,
      tracked:
        "{step, select, preparing {The car is being prepared.} ready {The car is ready.} onTheWay {The car is on the way.} other {The car has arrived.}}",
    },
    dueBill: {
      photoKept: "{who} took a photo of a promise: {text}",
      appointmentSet: "{who} agreed when it is seen to: {text}",
      itemAdded: "{who} promised: {text}",
      itemDropped: "{who} took back, before it was signed: {text}",
      itemClosed: "{who} closed a promise as kept: {text}",
      signed: `{name} signed what is still owed ${partyEn}.`,
    },
    titleWork: {
      stepDone: `{done, select, yes {{who} noted: ${titleEn}.} other {{who} took back that ${titleEn}.}}`,
      holderNamed: "{who} noted who has the title papers.",
      payoffSent:
        "{done, select, yes {{who} sent {lender} the payoff of {amount} on {until}.} other {{who} took back that the payoff went to {lender}.}}",
      tagIssued: "{who} noted the temporary tag, good through {until}.",
      alarmRaised: "A date of the title and registration is near or past.",
    },
    returns: {
      requested: "{who} asked to bring the car back, possible until {until}.",
      withdrawn: "{who} kept the car after all.",
      accepted: "{who} took the car back: {amount} in all.",
      declined: "{who} declined the return.",
      unwound: "The deposit, the products and the car’s place in stock were put back.",
      settled: "{who} settled the rest of the return.",
    },
    drive: {
      booked: "{who} booked a test drive of the {car} for {time}.",
      cancelled: "{who} cancelled the test drive of the {car}.",
      licenseKept: "The license for the test drive was seen.",
      signed: "The test drive agreement for the {car} was signed.",
      left: "The test drive of the {car} began.",
      ended: "The {car} is back from its test drive.",
    },
  },
  fr: {
    handover: {
      workPlanned: `${did} planifié le travail avant les clés.`,
      workDone: `${did} coché du travail avant les clés.`,
      overridden: `${did} pris sur soi des points ouverts avant les clés.`,
      timeBooked: `${did} {again, select, yes {déplacé la remise au} other {réservé la remise pour}} {time}.`,
      checked: `${did} {done, select, yes {passé en revue} other {repris}} ${checkFr} à la remise.`,
      photoAdded: `${did} pris une photo de l’état de la voiture.`,
      photoRemoved: `${did} enlevé une photo de l’état de la voiture.`,
      contactlessChosen: `{contactless, select, yes {${did} choisi une remise sans rencontre.} other {${did} choisi de se rencontrer pour la remise.}}`,
      followedUp: `${did} fait le suivi après la remise.`,
      odometerRead: `${did} lu l’odomètre : {odometer} milles.`,
      signed: `{name} a signé la remise ${partyFr}.`,
      tracked:
        "{step, select, preparing {La voiture est en préparation.} ready {La voiture est prête.} onTheWay {La voiture est en route.} other {La voiture est arrivée.}}",
    },
    dueBill: {
      photoKept: `${did} pris une photo d’une promesse : {text}`,
      appointmentSet: `${did} convenu d’un moment : {text}`,
      itemAdded: `${did} promis : {text}`,
      itemDropped: `${did} repris, avant la signature : {text}`,
      itemClosed: `${did} fermé une promesse tenue : {text}`,
      signed: `{name} a signé ce qui reste dû ${partyFr}.`,
    },
    titleWork: {
      stepDone: `{done, select, yes {${did} noté : ${titleFr}.} other {${did} repris : ${titleFr}.}}`,
      holderNamed: `${did} noté qui a les papiers du titre.`,
      payoffSent: `{done, select, yes {${did} envoyé le remboursement de {amount} à {lender} le {until}.} other {${did} repris l’envoi du remboursement à {lender}.}}`,
      tagIssued: `${did} noté le permis temporaire, valide jusqu’au {until}.`,
      alarmRaised: "Une date du titre ou de l’immatriculation approche ou est passée.",
    },
    returns: {
      requested: `${did} demandé à rapporter la voiture, possible jusqu’au {until}.`,
      withdrawn: "{you, select, yes {Vous gardez} other {{who} garde}} la voiture.",
      accepted: `${did} repris la voiture : {amount} en tout.`,
      declined: `${did} refusé le retour.`,
      unwound: "Le dépôt, les produits et la place de la voiture en stock ont été remis.",
      settled: `${did} réglé le reste du retour.`,
    },
    drive: {
      booked: `${did} réservé un essai routier : {car}, {time}.`,
      cancelled: `${did} annulé l’essai routier : {car}.`,
      licenseKept: "Le permis pour l’essai routier a été vu.",
      signed: "L’accord d’essai routier a été signé : {car}.",
      left: "L’essai routier a commencé : {car}.",
      ended: "La voiture est revenue de son essai : {car}.",
    },
  },
});
