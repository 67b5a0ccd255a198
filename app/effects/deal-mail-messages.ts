import { defineMessages } from "#app/ui/define-messages";

export const dealMailMessages = defineMessages({
  en: {
    offerSubject: "{store} made an offer for your {car}",
    offerGreeting: "{store} offers {amount} for your {car}.",
    adjustedGreeting:
      "We looked at your {car}. It differs from what we were told, and {store} now offers {amount}. Your deal shows each difference with its photo.",
    offerWhere: "Open your deal to accept it, counter or leave it for later: {url}",
    pencilSubject: "{name} of {store} proposes terms for your deal",
    pencilGreeting:
      "{way, select, cash {{name} of {store} proposes {payment} in all.} other {{name} of {store} proposes {payment} a month with {due} due at signing.}}",
    pencilWhere: "The proposal is good until {until}. Open your deal to read and answer it: {url}",
  },
  fr: {
    offerSubject: "{store} vous fait une offre pour votre {car}",
    offerGreeting: "{store} offre {amount} pour votre {car}.",
    adjustedGreeting:
      "Nous avons examiné votre {car}. Elle diffère de ce qui nous a été dit, et {store} offre maintenant {amount}. Votre dossier montre chaque différence avec sa photo.",
    offerWhere: "Ouvrez votre dossier pour accepter, faire une contre-offre ou attendre : {url}",
    pencilSubject: "{name}, de {store}, vous propose des conditions",
    pencilGreeting:
      "{way, select, cash {{name}, de {store}, vous propose {payment} en tout.} other {{name}, de {store}, vous propose {payment} par mois, avec {due} à la signature.}}",
    pencilWhere: "La proposition vaut jusqu’au {until}. Ouvrez votre dossier pour la lire et y répondre : {url}",
  },
});
