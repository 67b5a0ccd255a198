import { defineMessages } from "#app/ui/define-messages";

export const paymentMessages = defineMessages({
  en: {
    title: "Pay your deposit",
    testMode: "Test payment: no card is asked for and no money moves.",
    amount: "Amount",
    pay: "Pay {amount}",
    decline: "Let the card be declined",
    back: "Go back without paying",
    done: "This payment is finished.",
    backToDeal: "Back to your deal",
    by: "Built-in test provider",
  },
  fr: {
    title: "Payer votre dépôt",
    testMode: "Paiement d’essai : aucune carte n’est demandée, aucun argent ne circule.",
    amount: "Montant",
    pay: "Payer {amount}",
    decline: "Simuler un refus de la carte",
    back: "Revenir sans payer",
    done: "Ce paiement est terminé.",
    backToDeal: "Retour à votre dossier",
    by: "Fournisseur d’essai intégré",
  },
});
