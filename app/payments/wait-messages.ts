import { defineMessages } from "#app/ui/define-messages";

export const waitMessages = defineMessages({
  en: {
    title: "Tell me when it is free",
    lead: "Another shopper’s deposit holds the {car} for now. If it comes free, you get one mail. First come, first served from then on.",
    email: "Your e-mail",
    hint: "Used for this one message and nothing else.",
    send: "Tell me",
    wrong: "Please check the address.",
    done: "You are on the list. We write to you once, when this car can be held again.",
    waiting: "{count, plural, =0 {Nobody waits yet.} one {# person waits.} other {# people wait.}}",
    free: "This car is for sale now.",
    open: "Open its page",
    mail: {
      subject: "The {car} can be held again",
      text: "The hold on the {car} has ended, so it is for sale again: {url}",
      once: "This was the one message you asked for. Whoever pays a deposit first holds the car.",
    },
  },
  fr: {
    title: "Prévenez-moi quand elle se libère",
    lead: "Le dépôt d’un autre client retient le {car} pour l’instant. S’il se libère, vous recevez un courriel. Ensuite, premier arrivé, premier servi.",
    email: "Votre courriel",
    hint: "Pour ce seul message et rien d’autre.",
    send: "Prévenez-moi",
    wrong: "Vérifiez l’adresse.",
    done: "Vous êtes sur la liste. Nous vous écrivons une fois, quand cette voiture peut de nouveau être retenue.",
    waiting: "{count, plural, =0 {Personne n’attend encore.} one {# personne attend.} other {# personnes attendent.}}",
    free: "Cette voiture est à vendre.",
    open: "Ouvrir sa page",
    mail: {
      subject: "Le {car} peut de nouveau être retenu",
      text: "La retenue du {car} est terminée ; il est de nouveau à vendre : {url}",
      once: "C’était le seul message demandé. Le premier dépôt payé retient la voiture.",
    },
  },
});
