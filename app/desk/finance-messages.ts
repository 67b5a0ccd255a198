import { defineMessages } from "#app/ui/define-messages";

/** Texts of the finance manager’s desk: its queue and the head of a deal. */
export const financeMessages = defineMessages({
  en: {
    queue: {
      title: "Waiting for finance",
      filters: "Which deals",
      all: "All",
      online: "Online",
      mine: "Mine",
      group: {
        finalize: "Ready to finalize",
        signing: "In contracting",
        working: "Still being worked",
        delivered: "Delivered lately",
      },
      redLines: "{count, plural, one {# red line} other {# red lines}}",
      approval:
        "{approval, select, written {Written on an approval} offered {A lender offers} asked {With lenders} other {Lenders declined}}",
      clear: "Checklist clear",
      empty: "Deals come here when the customer has done their part. None is waiting.",
      none: "No deal here matches.",
      waiting: "Waiting",
      longest: "Longest wait",
    },
    choose: "Choose a deal from the list to see its checklist, its figures and its jacket.",
    tabs: { label: "Parts of the deal", deal: "Deal", jacket: "Jacket" },
    back: "Waiting for finance",
    credit: "Credit",
    join: "Join the card",
    chips: {
      agreed: "Terms agreed",
      frozen: "Frozen, revision {revision}",
      signed: "Contract signed",
      delivered: "Delivered",
    },
    withSales: "With {name}.",
    stock: "stock {stockNumber}",
    history: { title: "What happened", all: "{count, plural, one {The one change} other {All # changes}}" },
  },
  fr: {
    queue: {
      title: "En attente de financement",
      filters: "Quelles ententes",
      all: "Toutes",
      online: "En ligne",
      mine: "Les miennes",
      group: {
        finalize: "Prêtes à finaliser",
        signing: "Au contrat",
        working: "Encore en cours",
        delivered: "Livrées récemment",
      },
      redLines: "{count, plural, one {# ligne rouge} other {# lignes rouges}}",
      approval:
        "{approval, select, written {Écrit sur une approbation} offered {Un prêteur offre} asked {Chez les prêteurs} other {Refusé par les prêteurs}}",
      clear: "Liste réglée",
      empty: "Les ententes arrivent ici quand le client a fait sa part. Aucune n’attend.",
      none: "Aucune entente ne correspond.",
      waiting: "En attente",
      longest: "Plus longue attente",
    },
    choose: "Choisissez une entente dans la liste pour voir sa liste de contrôle, ses chiffres et son dossier.",
    tabs: { label: "Parties de l’entente", deal: "Entente", jacket: "Dossier" },
    back: "En attente de financement",
    credit: "Crédit",
    join: "Rejoindre la fiche",
    chips: {
      agreed: "Conditions acceptées",
      frozen: "Gelée, révision {revision}",
      signed: "Contrat signé",
      delivered: "Livrée",
    },
    withSales: "Avec {name}.",
    stock: "inventaire {stockNumber}",
    history: {
      title: "Ce qui s’est passé",
      all: "{count, plural, one {Le seul changement} other {Les # changements}}",
    },
  },
});
