import { defineMessages } from "#app/ui/define-messages";

export const waitsMessages = defineMessages({
  en: {
    desk: "Desk",
    title: "Who was waited for",
    back: "Back to the desk",
    lead: "Waits that ended in the last {days, number} days, on every deal of the store.",
    none: "No wait has ended yet. As soon as a turn passes on a deal, it is counted here.",
    party: "Waiting for",
    median: "Median",
    long: "Nine in ten under",
    waits: "Waits",
    late: "Promises late",
    lateOf: "{late, number} of {promised, number}",
    how: "How is this counted?",
    counted:
      "A wait begins when the next step of a deal passes to somebody, or when the deal is frozen, reopened or signed, and ends when it passes on. A promise is late when the wait ended after the first time that was promised for it. Nights and closed days count, as they do for the customer.",
    of: {
      customer: "The customer",
      salesperson: "Sales",
      desk: "The desk",
      financeManager: "Finance",
      lender: "The lender",
      nobody: "Nobody",
    },
  },
  fr: {
    desk: "Bureau",
    title: "Qui on a attendu",
    back: "Retour au bureau",
    lead: "Attentes terminées ces {days, number} derniers jours, toutes ententes confondues.",
    none: "Aucune attente n’est encore terminée. Dès qu’un tour passe, il est compté ici.",
    party: "En attente de",
    median: "Médiane",
    long: "Neuf sur dix sous",
    waits: "Attentes",
    late: "Promesses en retard",
    lateOf: "{late, number} sur {promised, number}",
    how: "Comment est-ce compté?",
    counted:
      "Une attente commence quand la suite d’une entente passe à quelqu’un, ou quand l’entente est gelée, rouverte ou signée, et finit quand elle passe plus loin. Une promesse est en retard quand l’attente a fini après la première heure promise. Les nuits et jours fermés comptent, comme pour le client.",
    of: {
      customer: "Le client",
      salesperson: "Les ventes",
      desk: "Le bureau",
      financeManager: "Le financement",
      lender: "Le prêteur",
      nobody: "Personne",
    },
  },
});
