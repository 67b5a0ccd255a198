import { defineMessages } from "#app/ui/define-messages";

export const dealMailMessages = defineMessages({
  en: {
    offerSubject: "{store} made an offer for your {car}",
    offerGreeting: "{store} offers {amount} for your {car}.",
    offerWhere: "Open your deal to accept it, counter or leave it for later: {url}",
  },
  fr: {
    offerSubject: "{store} vous fait une offre pour votre {car}",
    offerGreeting: "{store} offre {amount} pour votre {car}.",
    offerWhere: "Ouvrez votre dossier pour accepter, faire une contre-offre ou attendre : {url}",
  },
});
