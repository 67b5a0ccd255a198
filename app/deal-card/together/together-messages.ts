import { defineMessages } from "#app/ui/define-messages";

/** Texts of what people on one card see of each other: who is here, following, a held field. */
export const togetherMessages = defineMessages({
  en: {
    people: {
      open: "Who is on this card",
      title: "On this card now",
      you: "{name} (you)",
      alone: "Nobody else is here now.",
      where:
        "{device, select, phone {On a phone} tablet {On a tablet} other {On a desktop}}{stage, select, none {} other {, at {stageName}}}{idle, select, yes {, away a moment} other {}}",
      hide: "Let others see that I’m here",
      hiddenNote: "You are hidden: nobody sees you here, and nobody can follow you.",
      seenNote: "They see your first name, the stage and the field you are at.",
    },
    follow: {
      lead: "Ask {name} to follow",
      follow: "Follow {name}",
      asked: "Asked {name}. They answer on their own screen.",
      notNow: "{name} can’t be asked right now.",
      declined: "{name} would rather look around alone.",
      invitedLead:
        "{name} would like to show you something. Your screen moves with theirs; nothing is entered for you.",
      invitedFollow: "{name} would like to follow where you look. Nothing you type is shown before you save it.",
      accept: "OK, {lead, select, yes {follow} other {lead}}",
      decline: "Not now",
      following: "You follow {name}.",
      leading: "{name} follows you.",
      leadingMany: "{count, number} people follow you.",
      stop: "Stop",
      ended: "Following ended.",
    },
    lease: {
      typing: "{name} is typing here.",
      takeOver: "Take over",
      lost: "{name} took over. What you had saved is kept.",
    },
    changed: "{name} changed this deal: {what}",
  },
  fr: {
    people: {
      open: "Qui est sur cette fiche",
      title: "Sur cette fiche maintenant",
      you: "{name} (vous)",
      alone: "Personne d’autre n’est ici.",
      where:
        "{device, select, phone {Sur un téléphone} tablet {Sur une tablette} other {Sur un ordinateur}}{stage, select, none {} other {, à {stageName}}}{idle, select, yes {, absent un instant} other {}}",
      hide: "Montrer que je suis ici",
      hiddenNote: "Vous êtes caché : personne ne vous voit ici ni ne peut vous suivre.",
      seenNote: "On voit votre prénom, l’étape et le champ où vous êtes.",
    },
    follow: {
      lead: "Inviter {name} à suivre",
      follow: "Suivre {name}",
      asked: "Demande envoyée à {name}, qui répond sur son écran.",
      notNow: "{name} ne peut pas être invité maintenant.",
      declined: "{name} préfère regarder par soi-même.",
      invitedLead: "{name} voudrait vous montrer quelque chose. Votre écran suit le sien; rien n’est saisi pour vous.",
      invitedFollow:
        "{name} voudrait suivre où vous regardez. Rien de ce que vous tapez n’est montré avant d’être enregistré.",
      accept: "OK, {lead, select, yes {suivre} other {guider}}",
      decline: "Pas maintenant",
      following: "Vous suivez {name}.",
      leading: "{name} vous suit.",
      leadingMany: "{count, number} personnes vous suivent.",
      stop: "Arrêter",
      ended: "Le suivi est terminé.",
    },
    lease: {
      typing: "{name} écrit ici.",
      takeOver: "Prendre la main",
      lost: "{name} a pris la main. Ce que vous aviez enregistré est gardé.",
    },
    changed: "{name} a modifié l’entente : {what}",
  },
});
