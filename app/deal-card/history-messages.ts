import { defineMessages } from "#app/ui/define-messages";

export const historyMessages = defineMessages({
  en: {
    title: "Everything that changed",
    back: "Back to the deal",
    deal: "Deal",
    note: "Who did what and when, and for each change of a figure, why.",
    none: "Nothing has happened on this deal yet.",
    customer: "Customer",
  },
  fr: {
    title: "Tout ce qui a changé",
    back: "Revenir à l’entente",
    deal: "Entente",
    note: "Qui a fait quoi et quand, et pour chaque chiffre qui bouge, pourquoi.",
    none: "Rien ne s’est encore passé dans cette entente.",
    customer: "Client",
  },
});
