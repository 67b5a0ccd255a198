import { defineMessages } from "#app/ui/define-messages";

export const staffMailMessages = defineMessages({
  en: {
    subject: "{name} has deal {number} now",
    tookOver: "{name} took over deal {number}, of {customer}.",
    kept: "What you did for it stays in its record, with the times.",
    customer: "a customer",
  },
  fr: {
    subject: "{name} a maintenant l’entente {number}",
    tookOver: "{name} a repris l’entente {number}, de {customer}.",
    kept: "Ce que vous y avez fait reste à son dossier, avec les heures.",
    customer: "un client",
  },
});
