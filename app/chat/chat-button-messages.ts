import { defineMessages } from "#app/ui/define-messages";

/** Texts of the button alone: they come with the card, the rest with the conversation. */
export const chatButtonMessages = defineMessages({
  en: {
    button: "Messages",
    buttonUnread: "Messages, {count, number} unread",
    arrived: "{name} wrote: {text}",
    arrivedFile: "{name} sent a file.",
    stripWaits: "waits for an answer",
    ask: "Ask about a figure",
    pins: "{count, plural, one {One question here} other {# questions here}}",
    pinOpen: "An open question here",
  },
  fr: {
    button: "Messages",
    buttonUnread: "Messages, {count, number} non lus",
    arrived: "{name} a écrit : {text}",
    arrivedFile: "{name} a envoyé un fichier.",
    stripWaits: "attend une réponse",
    ask: "Poser une question sur un chiffre",
    pins: "{count, plural, one {Une question ici} other {# questions ici}}",
    pinOpen: "Une question ouverte ici",
  },
});
