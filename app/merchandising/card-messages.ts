import { defineMessages } from "#app/ui/define-messages";

/** A car in a list, wherever the list stands. */
export const cardMessages = defineMessages({
  en: {
    perMonth: "/mo",
    noPayment: "cash only",
    held: "Held for a shopper",
    assumption: "Payments are for {term, number} months at {apr} % APR, {down} down, no trade, {credit}, tax included. Estimates, subject to credit approval; the page of each car has its totals.",
    aprSpan: "{low} to {high}",
    creditFrom: "credit {score, number}+",
  },
  fr: {
    perMonth: "/mois",
    noPayment: "au comptant",
    held: "Réservée à un client",
    assumption: "Paiements sur {term, number} mois au TAP de {apr} %, {down} comptant, sans reprise, {credit}, taxes comprises. Estimations, sous réserve de l’approbation du crédit ; la page de chaque voiture donne ses totaux.",
    aprSpan: "{low} à {high}",
    creditFrom: "cote {score, number} et plus",
  },
});
