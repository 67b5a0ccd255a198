import { defineMessages } from "#app/ui/define-messages";

/** The lines that both sides write about the car; no phone number changes hands. */
export const talkMessages = defineMessages({
  en: {
    title: "About this car",
    none: "{voice, select, you {Ask about the offer, or tell us what a photo does not show.} other {Nothing written yet.}}",
    label: "Message",
    placeholder: "{voice, select, you {Message to {store}} other {Message to the customer}}",
    send: "Send",
    by: "{who}, {time}",
    you: "You",
  },
  fr: {
    title: "Au sujet de cette voiture",
    none: "{voice, select, you {Posez une question sur l’offre, ou dites ce qu’une photo ne montre pas.} other {Rien d’écrit encore.}}",
    label: "Message",
    placeholder: "{voice, select, you {Message à {store}} other {Message au client}}",
    send: "Envoyer",
    by: "{who}, {time}",
    you: "Vous",
  },
});
