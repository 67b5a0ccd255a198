import { defineMessages } from "#app/ui/define-messages";

export const waitMessages = defineMessages({
  en: {
    party: {
      customer:
        "{voice, select, you {The next step is yours} named {{name} has the next step} other {The customer has the next step}}",
      salesperson:
        "{named, select, yes {{who} has it} other {{voice, select, you {{store} has the next step} other {Sales has the next step}}}}",
      desk: "{voice, select, you {{store} has the next step} other {The desk has the next step}}",
      financeManager:
        "{named, select, yes {{who} has it} other {{voice, select, you {{store} has the next step} other {Finance has the next step}}}}",
      lender: "Waiting for the lender",
      nobody: "Nobody is waiting",
    },
    since: "since {time}",
    promised: "promised by {time}",
    promisedAgain: "first promised by {first}, now by {time}",
    isLate: "It is late.",
    missed: "{count, plural, one {One promise was late} other {# promises were late}}",
    promise: "Promise a time",
    whom: "Who has it",
    whomParty: {
      customer: "The customer",
      salesperson: "Sales",
      desk: "The desk",
      financeManager: "Finance",
      lender: "The lender",
    },
    by: "By when",
    within: "within {time}",
    say: "Promise",
    not: "Not now",
    howCounted: "How is this counted?",
    counted:
      "Each stage has the time it usually takes at {store}. A stage finished or left out counts as saved, less the minutes a screen of the store’s was in use for it. Work at home takes no time at the store.",
    stage: "{stage}: {usual} usually, {used} at the store’s screen, {saved} saved",
  },
  fr: {
    party: {
      customer:
        "{voice, select, you {La suite est à vous} named {La suite est à {name}} other {La suite est au client}}",
      salesperson:
        "{named, select, yes {{who} s’en occupe} other {{voice, select, you {{store} s’en occupe} other {La suite est aux ventes}}}}",
      desk: "{voice, select, you {{store} s’en occupe} other {La suite est au bureau}}",
      financeManager:
        "{named, select, yes {{who} s’en occupe} other {{voice, select, you {{store} s’en occupe} other {La suite est au financement}}}}",
      lender: "En attente du prêteur",
      nobody: "Personne n’attend",
    },
    since: "depuis {time}",
    promised: "promis pour {time}",
    promisedAgain: "d’abord promis pour {first}, maintenant {time}",
    isLate: "C’est en retard.",
    missed: "{count, plural, one {Une promesse en retard} other {# promesses en retard}}",
    promise: "Promettre une heure",
    whom: "Qui s’en occupe",
    whomParty: {
      customer: "Le client",
      salesperson: "Les ventes",
      desk: "Le bureau",
      financeManager: "Le financement",
      lender: "Le prêteur",
    },
    by: "Pour quand",
    within: "d’ici {time}",
    say: "Promettre",
    not: "Pas maintenant",
    howCounted: "Comment est-ce compté?",
    counted:
      "Chaque étape a la durée qu’elle prend d’habitude chez {store}. Une étape terminée ou laissée de côté compte comme gagnée, moins les minutes où un écran de la concession a servi pour elle. Le travail à la maison ne prend aucun temps sur place.",
    stage: "{stage} : {usual} d’habitude, {used} à l’écran de la concession, {saved} gagnées",
  },
});
