import { defineMessages } from "#app/ui/define-messages";

/** The words of the mails that accounts send. */
export const mailMessages = defineMessages({
  en: {
    subject: "Carry on with your deal at {store}",
    greeting: "Here is the way back to your deal.",
    several: "Here is the way back to your deals.",
    open: "Open the deal",
    dealLine: "Deal {number}",
    code: "On another device than the one you asked with, type this code: {code}",
    codeLabel: "On another device than the one you asked with, type this code",
    minutes: "The link works once, for {minutes, number} minutes. Ask again whenever you need a new one.",
    notYou: "You did not ask for this? Then nothing happens; nobody can open the deal without this mail.",
  },
  fr: {
    subject: "Reprenez votre dossier chez {store}",
    greeting: "Voici le chemin pour revenir à votre dossier.",
    several: "Voici le chemin pour revenir à vos dossiers.",
    open: "Ouvrir le dossier",
    dealLine: "Dossier {number}",
    code: "Sur un autre appareil que celui de votre demande, tapez ce code : {code}",
    codeLabel: "Sur un autre appareil que celui de votre demande, tapez ce code",
    minutes: "Le lien sert une seule fois, pendant {minutes, number} minutes. Redemandez-en un quand vous voulez.",
    notYou: "Vous n’avez rien demandé ? Il ne se passe rien : sans ce courriel, personne ne peut ouvrir le dossier.",
  },
});
