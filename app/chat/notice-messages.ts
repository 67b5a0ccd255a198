import { defineMessages } from "#app/ui/define-messages";

/** The e-mail to whoever is not on the card when something is written to them. */
export const noticeMessages = defineMessages({
  en: {
    someone: "A customer",
    customer: {
      subject: "{store} wrote to you",
      said: "{store} wrote to you about your {car}.",
      where: "Open your deal to read it and to answer: {url}",
    },
    store: {
      subject: "{name} wrote on deal {number}",
      said: "{name} wrote on deal {number} ({car}) and nobody has read it yet.",
      where: "Open the conversation: {url}",
    },
  },
  fr: {
    someone: "Un client",
    customer: {
      subject: "{store} vous a écrit",
      said: "{store} vous a écrit au sujet de votre {car}.",
      where: "Ouvrez votre entente pour lire le message et répondre : {url}",
    },
    store: {
      subject: "{name} a écrit dans l’entente {number}",
      said: "{name} a écrit dans l’entente {number} ({car}) et personne n’a encore lu.",
      where: "Ouvrir la conversation : {url}",
    },
  },
});
