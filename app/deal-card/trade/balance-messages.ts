import { defineMessages } from "#app/ui/define-messages";

/** More is owed than the cars bring: what that means, and how it may be split. */
export const balanceMessages = defineMessages({
  en: {
    title:
      "{voice, select, you {You owe {amount} more than {cars, plural, one {it brings} other {they bring}}} other {{amount} more is owed than {cars, plural, one {the car brings} other {the cars bring}}}}",
    note: "It is added to the new loan and bears its interest. Part of it, or all, can be paid at signing instead.",
    cash: "A cash deal pays all of it at once.",
    now: "Paid at signing",
    onLoan: "On the new loan",
    input: "Pay now",
    all: "All of it",
    none: "None",
  },
  fr: {
    title:
      "{voice, select, you {Vous devez {amount} de plus qu’{cars, plural, one {elle rapporte} other {elles rapportent}}} other {{amount} de plus est dû que {cars, plural, one {la voiture rapporte} other {les voitures rapportent}}}}",
    note: "C’est ajouté au nouveau prêt et en porte l’intérêt. Une partie, ou tout, peut être payée à la signature.",
    cash: "Au comptant, tout est payé d’un coup.",
    now: "Payé à la signature",
    onLoan: "Sur le nouveau prêt",
    input: "Payer maintenant",
    all: "Tout",
    none: "Rien",
  },
});
