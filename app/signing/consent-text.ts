import type { Locale } from "#app/ui/locale";

/**
 * What is said before anybody signs or receives anything electronically (15 U.S.C. 7001(c)): the right to paper, how to
 * withdraw and what follows, what it covers, how to be reached, and what is needed to read and keep the documents.
 * A changed word is a new version: a consent names the one that was shown.
 */
export const CONSENT_VERSION = "electronic-records-1";

const english = (store: string, phone: string) => [
  `You are asked whether you want to sign and to receive the documents of this deal with ${store} electronically. It is your choice.`,
  `Paper: you may have every document on paper instead, before or after signing, at no charge. Ask the store at ${phone} or press “I want paper” on any page here.`,
  "Withdrawing: you may withdraw this consent at any time before you have finished, by pressing “Withdraw my consent”. What you signed before stays signed; the rest is then signed in ink at the store. Withdrawing costs nothing and changes no term of the deal.",
  "What it covers: the documents of this one deal, listed on the next page, their copies, and notices about them. It covers no later business.",
  `How to reach you: tell the store at ${phone} when your e-mail address changes, so that your copies reach you.`,
  "What you need: a telephone, tablet or computer with a current browser, a program that opens PDF files, an e-mail address, and room or a printer to keep the copies.",
  "To show that you can open these documents, open the sample below and type the code that stands in it.",
];

const french = (store: string, phone: string) => [
  `On vous demande si vous voulez signer et recevoir par voie électronique les documents de ce dossier avec ${store}. C’est votre choix.`,
  `Papier : vous pouvez avoir chaque document sur papier, avant ou après la signature, sans frais. Demandez-le au magasin au ${phone} ou appuyez sur « Je veux du papier » sur chaque page ici.`,
  "Retrait : vous pouvez retirer ce consentement à tout moment avant d’avoir terminé, en appuyant sur « Retirer mon consentement ». Ce que vous avez signé reste signé ; le reste se signe à l’encre au magasin. Le retrait ne coûte rien et ne change aucun terme du dossier.",
  "Ce qu’il couvre : les documents de ce seul dossier, énumérés à la page suivante, leurs copies et les avis qui les concernent. Il ne couvre aucune affaire ultérieure.",
  `Comment vous joindre : avisez le magasin au ${phone} si votre adresse courriel change, afin que vos copies vous parviennent.`,
  "Ce qu’il vous faut : un téléphone, une tablette ou un ordinateur avec un navigateur à jour, un programme qui ouvre les fichiers PDF, une adresse courriel, et de la place ou une imprimante pour garder les copies.",
  "Pour montrer que vous pouvez ouvrir ces documents, ouvrez l’exemple ci-dessous et tapez le code qui s’y trouve.",
];

export const consentText = (locale: Locale, store: string, phone: string): string[] =>
  locale === "fr" ? french(store, phone) : english(store, phone);
