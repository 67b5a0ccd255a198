import { defineMessages } from "#app/ui/define-messages";

export const historyMessages = defineMessages({
  en: {
    replay: "Replay",
    seat: { coBuyer: "Co-buyer", guest: "Guest", storeScreen: "At the store’s screen" },
    title: "Everything that changed",
    back: "Back to the deal",
    deal: "Deal",
    note: "Who did what and when, and for each change of a figure, why.",
    none: "Nothing has happened on this deal yet.",
    customer: "Customer",
  },
  fr: {
    replay: "Rejouer",
    seat: { coBuyer: "Coacheteur", guest: "Invité", storeScreen: "À l’écran de la concession" },
    title: "Tout ce qui a changé",
    back: "Revenir à l’entente",
    deal: "Entente",
    note: "Qui a fait quoi et quand, et pour chaque chiffre qui bouge, pourquoi.",
    none: "Rien ne s’est encore passé dans cette entente.",
    customer: "Client",
  },
});
