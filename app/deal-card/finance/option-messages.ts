import { defineMessages } from "#app/ui/define-messages";

/** What beyond a plain contract the store's lenders write, and what each of it costs. */
export const optionMessages = defineMessages({
  en: {
    title: "More ways to shape it",
    first: "First payment",
    firstIn: "{months, plural, one {in a month} other {in # months}}",
    balloon: "Last payment",
    level: "like the others",
    balloonOf: "{amount}, in place of the last one",
    deposits: "Security deposits",
    none: "none",
    count: "{count, number}, {amount} back at the end",
    effect: "{payment} a month, {total} in all",
    usual: "as usual",
    not: "does not work out here",
  },
  fr: {
    title: "D’autres façons de l’arranger",
    first: "Premier paiement",
    firstIn: "{months, plural, one {dans un mois} other {dans # mois}}",
    balloon: "Dernier paiement",
    level: "comme les autres",
    balloonOf: "{amount}, à la place du dernier",
    deposits: "Dépôts de garantie",
    none: "aucun",
    count: "{count, number}, {amount} rendus à la fin",
    effect: "{payment} par mois, {total} au total",
    usual: "comme d’habitude",
    not: "ne fonctionne pas ici",
  },
});
