import { defineMessages } from "#app/ui/define-messages";

export const staffMessages = defineMessages({
  en: {
    gross: {
      title: "Gross",
      front: "Front gross",
      back: "Back gross",
      total: "Total gross",
      priceOverCost: "Price over cost",
      reconditioning: "Reconditioning",
      pack: "Pack",
      overAllowance: "Over-allowance",
      reserve: "Reserve",
      addOnGross: "Add-ons over cost",
      aside:
        "{voice, select, you {never shown to the customer} named {{name} never sees this} other {the customer never sees this}}",
    },
    price: {
      title: "Price",
      invoice: "Invoice",
      cost: "Cost",
      holdback: "Holdback",
      advertised: "Advertised",
      limit: "Your limit",
    },
    notes: {
      title: "Whisper",
      placeholder: "Note to the desk…",
      label: "Note to the desk",
      send: "Send",
      none: "No notes yet.",
      by: "{name}, {time}",
    },
  },
  fr: {
    gross: {
      title: "Marge brute",
      front: "Marge avant",
      back: "Marge arrière",
      total: "Marge totale",
      priceOverCost: "Prix moins coût",
      reconditioning: "Remise en état",
      pack: "Frais fixes",
      overAllowance: "Surallocation",
      reserve: "Réserve",
      addOnGross: "Ajouts moins coût",
      aside:
        "{voice, select, you {jamais montré au client} named {{name} ne le voit jamais} other {le client ne le voit jamais}}",
    },
    price: {
      title: "Prix",
      invoice: "Facture",
      cost: "Coût",
      holdback: "Retenue",
      advertised: "Annoncé",
      limit: "Votre limite",
    },
    notes: {
      title: "À voix basse",
      placeholder: "Mot au bureau…",
      label: "Mot au bureau",
      send: "Envoyer",
      none: "Pas encore de notes.",
      by: "{name}, {time}",
    },
  },
});
