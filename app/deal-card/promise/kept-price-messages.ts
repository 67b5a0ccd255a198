import { defineMessages } from "#app/ui/define-messages";

/** Keeping a price, on the card. */
export const keptPriceMessages = defineMessages({
  en: {
    row: {
      keep: "Keep this price",
      keepNote:
        "{voice, select, you {A signed paper, yours to check and show} other {A signed paper for the customer}}",
      kept: "Price kept through {date}",
      keptNote: "Promise {number}",
      differs: "{count, plural, one {# line is} other {# lines are}} above the promise",
    },
    title: "{voice, select, you {Your price promise} other {Their price promise}}",
    lead: "The figures as they stand, signed by the store: price, fees, taxes and what they rest on. They hold through {date} while the car is unsold, and the contract is compared with them line by line.",
    act: "Keep these figures",
    again: "Keep the new figures too",
    none: "These terms do not work out, so there is nothing to keep yet.",
    total: "{total} all in",
    payment: "{payment} a month, {count, number} payments",
    keptOn: "Kept {date}, good through {until}",
    over: "Kept {date}, good until {until}: over",
    page: "Check page",
    paper: "Paper (PDF)",
    list: "Kept so far",
    linksFailed: "The papers could not be reached. Close and open this again.",
    otherCar: "for another car",
    same: "Nothing on this deal is above it.",
    agree: "I have read this and agree",
    agreed:
      "{voice, select, you {You have read and agreed to this.} other {The customer has read and agreed to this.}}",
    onlyCustomer: "Only the customer can agree to it, on their own screen.",
    mail: "{voice, select, you {We also send it to your e-mail.} other {The paper goes to the customer’s e-mail.}}",
  },
  fr: {
    row: {
      keep: "Garder ce prix",
      keepNote:
        "{voice, select, you {Un papier signé, à vérifier et à montrer} other {Un papier signé pour le client}}",
      kept: "Prix gardé jusqu’au {date}",
      keptNote: "Promesse {number}",
      differs: "{count, plural, one {# ligne dépasse} other {# lignes dépassent}} la promesse",
    },
    title: "{voice, select, you {Votre promesse de prix} other {Sa promesse de prix}}",
    lead: "Les chiffres tels qu’ils sont, signés par la concession : prix, frais, taxes et ce sur quoi ils reposent. Ils tiennent jusqu’au {date} tant que la voiture n’est pas vendue, et le contrat leur est comparé ligne par ligne.",
    act: "Garder ces chiffres",
    again: "Garder aussi les nouveaux chiffres",
    none: "Ces conditions ne donnent rien ; il n’y a encore rien à garder.",
    total: "{total} en tout",
    payment: "{payment} par mois, {count, number} paiements",
    keptOn: "Gardé le {date}, valable jusqu’au {until}",
    over: "Gardé le {date}, valable jusqu’au {until} : expiré",
    page: "Page de vérification",
    paper: "Papier (PDF)",
    list: "Déjà gardés",
    linksFailed: "Les papiers sont hors d’atteinte. Fermez et rouvrez ceci.",
    otherCar: "pour une autre voiture",
    same: "Rien dans ce dossier ne la dépasse.",
    agree: "J’ai lu ceci et je suis d’accord",
    agreed: "{voice, select, you {Vous l’avez lu et accepté.} other {Le client l’a lu et accepté.}}",
    onlyCustomer: "Seul le client peut l’accepter, sur son propre écran.",
    mail: "{voice, select, you {Nous l’envoyons aussi à votre courriel.} other {Le papier part vers le courriel du client.}}",
  },
});
