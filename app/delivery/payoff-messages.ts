import { defineMessages } from "#app/ui/define-messages";

/** The words about old loans that the store pays off. */
export const payoffMessages = defineMessages({
  en: {
    title: "Old loans to pay off",
    hint: "The customer reads in their own jacket what was sent, and when.",
    of: "{lender}, for the {car}",
    due: "Good through {day}.",
    late: "The amount was good through {day}: ask the lender for a new one.",
    perDay: "Each day after that adds {amount}.",
    sent: "{amount} sent {day}",
    amount: "Amount sent",
    on: "Sent on",
    mark: "Mark as sent",
    undo: "Undo",
  },
  fr: {
    title: "Prêts à rembourser",
    hint: "Le client lit dans son propre dossier ce qui a été envoyé, et quand.",
    of: "{lender}, pour la {car}",
    due: "Valable jusqu’au {day}.",
    late: "Le montant valait jusqu’au {day} : demandez-en un nouveau au prêteur.",
    perDay: "Chaque jour ensuite ajoute {amount}.",
    sent: "{amount} envoyés le {day}",
    amount: "Montant envoyé",
    on: "Envoyé le",
    mark: "Noter l’envoi",
    undo: "Annuler",
  },
});
