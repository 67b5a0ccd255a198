import { defineMessages } from "#app/ui/define-messages";

/** Why a rate is not the table's own, in the words of the form that keeps it. */
export const rateReasonMessages = defineMessages({
  en: {
    label: "Why not the table’s rate",
    none: "Choose a reason",
    missing: "Choose why this is not the table’s rate.",
    kept: "Not the table’s rate: {reason}",
    reason: {
      lenderLimit: "The lender’s own limit",
      competingOffer: "A competing offer",
      paymentConstraint: "The customer’s payment limit",
      inventoryReduction: "Inventory reduction",
      dealerCampaign: "A campaign of the store",
      makerSubvention: "The maker’s subvention",
      employeeProgramme: "Employee programme",
    },
  },
  fr: {
    label: "Pourquoi pas le taux de la table",
    none: "Choisissez une raison",
    missing: "Choisissez pourquoi ce n’est pas le taux de la table.",
    kept: "Pas le taux de la table : {reason}",
    reason: {
      lenderLimit: "La limite du prêteur",
      competingOffer: "Une offre concurrente",
      paymentConstraint: "La limite de paiement du client",
      inventoryReduction: "Réduction du stock",
      dealerCampaign: "Une campagne de la concession",
      makerSubvention: "La subvention du constructeur",
      employeeProgramme: "Programme des employés",
    },
  },
});
