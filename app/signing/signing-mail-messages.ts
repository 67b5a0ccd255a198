import { defineMessages } from "#app/ui/define-messages";

/** The words of the mails that a signing sends. */
export const signingMailMessages = defineMessages({
  en: {
    linkSubject: "Documents to sign at {store}",
    linkLead: "Hello {name}, {store} has documents of your deal for you to read and sign ({number}).",
    linkNote:
      "The page sends a code to this mailbox before it shows anything. The link is yours alone: do not pass it on.",
    codeSubject: "Your code for signing at {store}",
    codeLead: "Hello {name}, this is the code for your documents at {store} ({number}):",
    codeNote: "It is good for {minutes, number} minutes, once. Nobody at the store will ever ask you for it.",
  },
  fr: {
    linkSubject: "Documents à signer chez {store}",
    linkLead: "Bonjour {name}, {store} a des documents de votre dossier à vous faire lire et signer ({number}).",
    linkNote:
      "La page envoie un code à cette boîte avant de montrer quoi que ce soit. Le lien est à vous seul : ne le transmettez pas.",
    codeSubject: "Votre code pour signer chez {store}",
    codeLead: "Bonjour {name}, voici le code pour vos documents chez {store} ({number}) :",
    codeNote: "Il est bon {minutes, number} minutes, une fois. Personne au magasin ne vous le demandera jamais.",
  },
});
