import { defineMessages } from "#app/ui/define-messages";

/** What was proposed, answered, pinned and asked for, as sentences of the history; part of `changeMessages`. */
export const deskCauseMessages = defineMessages({
  en: {
    scenario: {
      pinned: "{who} pinned the plan “{name}”.",
      unpinned: "{who} unpinned the plan “{name}”.",
      adopted:
        "{who} took {method, select, cash {paying cash} lease {a lease of {term} months and {miles} miles a year with {cash} down} other {{term} months with {cash} down}}.",
    },
    approval: {
      requested: "{who} asked a manager for {what}.",
      granted:
        "{who} approved {what}{countered, select, yes { in place of what {asker} asked for} other { for {asker}}}.",
      refused: "{who} refused {asker} {what}.",
    },
    pencil: {
      proposed:
        "{who} made proposal {number}: {method, select, cash {{due} in all} other {{payment} a month with {due} due at signing}}.",
      accepted: "{who} agreed to proposal {number}.",
      countered:
        "{who} answered proposal {number}: {hasTarget, select, yes {{target} a month wanted} other {}}{hasBoth, select, yes {, } other {}}{hasCash, select, yes {{cash} down} other {}}{hasNote, select, yes {“{note}”} other {}}.",
      declined: "{who} declined proposal {number}.",
      withdrawn: "{who} withdrew proposal {number}.",
      expired: "Proposal {number} ran out.",
    },
    ask: {
      sellingPrice: "a price of {figure}",
      contractRate: "a rate of {figure}",
      termMonths: "a term of {figure} months",
      docFeeWaiver: "{figure} off the doc fee",
      pencil: "a proposal",
    },
  },
  fr: {
    scenario: {
      pinned: "{you, select, yes {Vous avez} other {{who} a}} épinglé le plan « {name} ».",
      unpinned: "{you, select, yes {Vous avez} other {{who} a}} retiré le plan « {name} ».",
      adopted:
        "{you, select, yes {Vous avez} other {{who} a}} retenu {method, select, cash {le paiement comptant} lease {une location de {term} mois et {miles} milles par an avec {cash} comptant} other {{term} mois avec {cash} comptant}}.",
    },
    approval: {
      requested: "{you, select, yes {Vous avez} other {{who} a}} demandé {what} à un directeur.",
      granted:
        "{you, select, yes {Vous avez} other {{who} a}} approuvé {what}{countered, select, yes { au lieu de ce que {asker} demandait} other { pour {asker}}}.",
      refused: "{you, select, yes {Vous avez} other {{who} a}} refusé à {asker} {what}.",
    },
    pencil: {
      proposed:
        "{you, select, yes {Vous avez} other {{who} a}} fait la proposition {number} : {method, select, cash {{due} en tout} other {{payment} par mois avec {due} à la signature}}.",
      accepted: "{you, select, yes {Vous avez} other {{who} a}} accepté la proposition {number}.",
      countered:
        "{you, select, yes {Vous avez} other {{who} a}} répondu à la proposition {number} : {hasTarget, select, yes {{target} par mois voulus} other {}}{hasBoth, select, yes {, } other {}}{hasCash, select, yes {{cash} comptant} other {}}{hasNote, select, yes {« {note} »} other {}}.",
      declined: "{you, select, yes {Vous avez} other {{who} a}} décliné la proposition {number}.",
      withdrawn: "{you, select, yes {Vous avez} other {{who} a}} retiré la proposition {number}.",
      expired: "La proposition {number} est expirée.",
    },
    ask: {
      sellingPrice: "un prix de {figure}",
      contractRate: "un taux de {figure}",
      termMonths: "une durée de {figure} mois",
      docFeeWaiver: "{figure} de moins sur les frais de dossier",
      pencil: "une proposition",
    },
  },
});
