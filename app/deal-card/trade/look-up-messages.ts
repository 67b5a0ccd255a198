import { defineMessages } from "#app/ui/define-messages";

/** Texts of what is asked outside of a trade-in: its plate, and what closes its loan. */
export const lookUpMessages = defineMessages({
  en: {
    plate: "License plate",
    plateHint: "As it stands on the car",
    byPlate: "Look up the plate instead",
    look: "Look it up",
    plateNotAvailable: "Plates cannot be looked up here. Use the VIN, or type year, make and model.",
    plateUnknown: "No car is known by this plate. Use the VIN, or type year, make and model.",
    failed: "It could not be looked up. Type the car below.",
    tenDay: "Ten-day payoff",
    tenDayAmount: "{amount} closes it through {date}.",
    tenDayAdded: "{days, plural, one {# day} other {# days}} of per-diem included.",
    tenDayMissing: "The lender’s letter runs out before {date}. Add the per-diem to know the amount.",
    tenDayFailed: "The payoff could not be worked out now.",
  },
  fr: {
    plate: "Plaque d’immatriculation",
    plateHint: "Telle qu’elle est sur la voiture",
    byPlate: "Chercher plutôt la plaque",
    look: "Chercher",
    plateNotAvailable:
      "Les plaques ne peuvent pas être cherchées ici. Servez-vous du NIV, ou écrivez année, marque et modèle.",
    plateUnknown:
      "Aucune voiture n’est connue sous cette plaque. Servez-vous du NIV, ou écrivez année, marque et modèle.",
    failed: "La recherche n’a pas abouti. Écrivez la voiture ci-dessous.",
    tenDay: "Solde à dix jours",
    tenDayAmount: "{amount} soldent le prêt jusqu’au {date}.",
    tenDayAdded: "{days, plural, one {# jour} other {# jours}} d’intérêt quotidien compris.",
    tenDayMissing:
      "La lettre du prêteur se termine avant le {date}. Ajoutez l’intérêt quotidien pour connaître le montant.",
    tenDayFailed: "Le solde ne peut pas être calculé maintenant.",
  },
});
