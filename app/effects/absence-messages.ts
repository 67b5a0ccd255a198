import { defineMessages } from "#app/ui/define-messages";

export const absenceMessages = defineMessages({
  en: {
    subjectPayment: "{store}: {payment} a month now, for the {car}",
    subject: "{store}: the numbers of your deal for the {car} changed",
    staffSubject: "{deal}: the customer changed the numbers",
    since: "Since you last looked at the deal for the {car}:",
    together: "Together:",
    open: "Open the deal: {url}",
    someCar: "car",
  },
  fr: {
    subjectPayment: "{store} : maintenant {payment} par mois pour {car}",
    subject: "{store} : les chiffres de votre entente pour {car} ont changé",
    staffSubject: "{deal} : le client a changé les chiffres",
    since: "Depuis votre dernière visite à l’entente pour {car} :",
    together: "En tout :",
    open: "Ouvrir l’entente : {url}",
    someCar: "la voiture",
  },
});
