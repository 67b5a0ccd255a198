import { defineMessages } from "#app/ui/define-messages";

/** A promise beside the deal, in plain words. */
export const differenceMessages = defineMessages({
  en: {
    title: "Beside the promise",
    number: "Promise {number}, good through {date}",
    same: "Nothing here is more than promised.",
    more: "{count, plural, one {One line asks} other {# lines ask}} for more than was promised.",
    acknowledged: "The customer has read and agreed to it.",
    line: {
      higher: "Promised {promised}, now {now}: {more} more.",
      added: "Not promised, now {now}.",
      rebateLost: "Promised {promised} off, now {now} off: {more} less off.",
      rateHigher: "Promised {promised}, now {now}.",
      paymentHigher: "Promised {promised} a month, now {now}: {more} more.",
    },
    contractRate: "Rate",
    payment: "Monthly payment",
  },
  fr: {
    title: "À côté de la promesse",
    number: "Promesse {number}, valable jusqu’au {date}",
    same: "Rien ici ne dépasse la promesse.",
    more: "{count, plural, one {Une ligne demande} other {# lignes demandent}} plus que promis.",
    acknowledged: "Le client l’a lu et accepté.",
    line: {
      higher: "Promis {promised}, maintenant {now} : {more} de plus.",
      added: "Non promis, maintenant {now}.",
      rebateLost: "Promis {promised} de moins, maintenant {now} de moins : {more} perdus.",
      rateHigher: "Promis {promised}, maintenant {now}.",
      paymentHigher: "Promis {promised} par mois, maintenant {now} : {more} de plus.",
    },
    contractRate: "Taux",
    payment: "Paiement mensuel",
  },
});
