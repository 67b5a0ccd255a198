import { defineMessages } from "#app/ui/define-messages";

export const depositMailMessages = defineMessages({
  en: {
    endingSubject: "{store}: your hold of the {car} ends soon",
    endingText: "Your deposit holds the {car} until {until}. After that the car is for sale again and nothing is kept.",
    endingNext: "Open your deal to go on, or to ask for more time: {url}",
    releasedSubject: "{store}: your deposit of {amount} was let go",
    releasedText:
      "{reason, select, holdExpired {The time of the hold is over, so the car is for sale again.} vehicleTaken {Another customer’s deposit for this car came first.} other {The deal this deposit was for is closed.}} Nothing was kept of your {amount}; your card usually shows it within a few days.",
    releasedNext: "Your deal is kept as it is. Open it to go on, or to choose another car: {url}",
  },
  fr: {
    endingSubject: "{store} : votre retenue du {car} se termine bientôt",
    endingText:
      "Votre dépôt retient le {car} jusqu’au {until}. Ensuite la voiture est de nouveau à vendre et rien n’est gardé.",
    endingNext: "Ouvrez votre dossier pour continuer ou demander plus de temps : {url}",
    releasedSubject: "{store} : votre dépôt de {amount} est libéré",
    releasedText:
      "{reason, select, holdExpired {Le délai est écoulé ; la voiture est de nouveau à vendre.} vehicleTaken {Le dépôt d’un autre client pour cette voiture est arrivé avant le vôtre.} other {Le dossier de ce dépôt est clos.}} Rien n’a été gardé de vos {amount} ; la carte l’affiche en général en quelques jours.",
    releasedNext: "Votre dossier reste tel quel. Ouvrez-le pour continuer ou choisir une autre voiture : {url}",
  },
});
