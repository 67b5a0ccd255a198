import { defineMessages } from "#app/ui/define-messages";

/** The words around what store and lender say to each other. */
export const lenderThreadMessages = defineMessages({
  en: {
    title: "Between you and {lender}",
    staffOnly: "The customer never sees this.",
    answered: "Answer {version, number}: {status}",
    answeredFigures:
      "Answer {version, number}: {status}, {amount} over {months, plural, one {# month} other {# months}}",
    asked: "Asked again",
    askedAmount: "Asked for {amount}",
    askedTerm: "Asked for {months, plural, one {# month} other {# months}}",
    askedBoth: "Asked for {amount} over {months, plural, one {# month} other {# months}}",
    waived: "To let go: {papers}",
    write: "Write to {lender}",
    writeHint: "They go to the lender as written, and change no answer.",
    send: "Send the words",
    waive: "Papers to let go",
    papers: {
      income: "income",
      residence: "residence",
      insurance: "insurance",
      licence: "license",
      references: "references",
      employment: "employment",
    },
  },
  fr: {
    title: "Entre vous et {lender}",
    staffOnly: "Le client ne voit jamais ceci.",
    answered: "Réponse {version, number} : {status}",
    answeredFigures: "Réponse {version, number} : {status}, {amount} sur {months, plural, one {# mois} other {# mois}}",
    asked: "Redemandé",
    askedAmount: "Demandé : {amount}",
    askedTerm: "Demandé : {months, plural, one {# mois} other {# mois}}",
    askedBoth: "Demandé : {amount} sur {months, plural, one {# mois} other {# mois}}",
    waived: "À laisser tomber : {papers}",
    write: "Écrire à {lender}",
    writeHint: "Ils partent tels quels et ne changent aucune réponse.",
    send: "Envoyer les mots",
    waive: "Pièces à laisser tomber",
    papers: {
      income: "revenu",
      residence: "résidence",
      insurance: "assurance",
      licence: "permis",
      references: "références",
      employment: "emploi",
    },
  },
});
