import { defineMessages } from "#app/ui/define-messages";

export const detailsMessages = defineMessages({
  en: {
    title: "{voice, select, you {Save my deal} other {Who the deal is for}}",
    note: "So that the deal can be found again on any device, and the papers carry the right name.",
    firstName: "First name",
    lastName: "Last name",
    email: "E-mail",
    emailHint: "A link to this deal goes there. No password needed.",
    phone: "Phone",
    save: "Save",
    privacy: "{store} uses it for this deal. It is not sold or passed on.",
    addressTitle: "Address for the buyer’s order",
    addressNote: "It goes on the papers, and tax follows from it.",
    saveAddress: "Save the address",
  },
  fr: {
    title: "{voice, select, you {Garder mon entente} other {Pour qui est l’entente}}",
    note: "Pour retrouver l’entente sur tout appareil, et pour le bon nom sur les papiers.",
    firstName: "Prénom",
    lastName: "Nom",
    email: "Courriel",
    emailHint: "Un lien vers cette entente y est envoyé. Sans mot de passe.",
    phone: "Téléphone",
    save: "Garder",
    privacy: "{store} s’en sert pour cette entente. Rien n’est vendu ni transmis.",
    addressTitle: "Adresse pour le contrat d’achat",
    addressNote: "Elle va sur les papiers, et la taxe en dépend.",
    saveAddress: "Garder l’adresse",
  },
});
