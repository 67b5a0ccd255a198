import type { DeclineReason } from "#machines/lending/decide-application";
import type { Locale } from "#app/ui/locale";

/** Why credit was refused, as the desk chooses it and as the notice says it. */
export const declineReasonWords: Record<Locale, Record<DeclineReason, string>> = {
  en: {
    scoreBelowMinimum: "Credit score below the minimum",
    incomeInsufficient: "Income insufficient for the amount",
    obligationsExcessive: "Obligations excessive in relation to income",
    collateralAge: "Age of the vehicle",
    collateralMileage: "Mileage of the vehicle",
    collateralType: "Type of vehicle",
    loanToValueExcessive: "Amount too high for the value of the vehicle",
    amountOutsideProgramme: "Amount outside what is lent",
    incomeUnverified: "Unable to verify income",
    residenceUnverified: "Unable to verify residence",
    identityUnverified: "Unable to verify identity",
  },
  fr: {
    scoreBelowMinimum: "Cote sous le minimum",
    incomeInsufficient: "Revenu insuffisant pour le montant",
    obligationsExcessive: "Obligations excessives pour le revenu",
    collateralAge: "Âge du véhicule",
    collateralMileage: "Kilométrage du véhicule",
    collateralType: "Type de véhicule",
    loanToValueExcessive: "Montant trop haut pour la valeur du véhicule",
    amountOutsideProgramme: "Montant hors de ce qui est prêté",
    incomeUnverified: "Revenu non vérifiable",
    residenceUnverified: "Résidence non vérifiable",
    identityUnverified: "Identité non vérifiable",
  },
};
