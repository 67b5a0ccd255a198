const methodEn =
  "{method, select, cash {in cash} check {by cheque} bankDraft {by bank draft} card {by card at the desk} other {by transfer}}";
const methodFr =
  "{method, select, cash {en espèces} check {par chèque} bankDraft {par traite bancaire} card {par carte au bureau} other {par virement}}";
const youFr = "{you, select, yes {Vous avez} other {{who} a}}";

/** Money at the desk, and what became of a deposit, as sentences of the history; part of `changeMessages`. */
export const moneyCauseMessages = {
  en: {
    deposit: {
      takenAtDesk: `{who} took the {amount} deposit ${methodEn}.`,
      holdExtended: "{who} extended the hold of the car until {until}.",
      returnRequested: "{who} asked for a decision on the {amount} deposit.",
      returnApproved: "{who} approved what is done with the {amount} deposit.",
      returnDeclined: "{who} declined what was asked for the {amount} deposit.",
      returned:
        "{back, select, yes {{amount} of the deposit went back{kept, select, yes {, {fee} was kept.} other {.}}} other {{fee} of the deposit was kept.}}",
    },
    tender: {
      recorded: `{who} took {amount} ${methodEn}.`,
      promised: "{who} noted that {amount} is paid by {until}.",
      promiseDropped: "{who} took back the promised {amount}.",
      returned: `{who} gave {amount} back ${methodEn}.`,
    },
    availabilityTold:
      "{state, select, held {Another customer’s deposit holds this car.} sold {This car is sold.} other {This car can be held again.}}",
  },
  fr: {
    deposit: {
      takenAtDesk: `${youFr} reçu le dépôt de {amount} ${methodFr}.`,
      holdExtended: `${youFr} prolongé la retenue de la voiture jusqu’au {until}.`,
      returnRequested: `${youFr} demandé une décision sur le dépôt de {amount}.`,
      returnApproved: `${youFr} approuvé ce qui est fait du dépôt de {amount}.`,
      returnDeclined: `${youFr} refusé ce qui était demandé pour le dépôt de {amount}.`,
      returned:
        "{back, select, yes {{amount} du dépôt ont été rendus{kept, select, yes {, {fee} conservés.} other {.}}} other {{fee} du dépôt ont été conservés.}}",
    },
    tender: {
      recorded: `${youFr} reçu {amount} ${methodFr}.`,
      promised: `${youFr} noté que {amount} seront payés d’ici le {until}.`,
      promiseDropped: `${youFr} retiré les {amount} promis.`,
      returned: `${youFr} rendu {amount} ${methodFr}.`,
    },
    availabilityTold:
      "{state, select, held {Le dépôt d’un autre client retient cette voiture.} sold {Cette voiture est vendue.} other {Cette voiture peut de nouveau être retenue.}}",
  },
} as const;
