import { defineMessages } from "#app/ui/define-messages";

/** Bringing a car back, in the customer's words. */
export const returnPageMessages = defineMessages({
  en: {
    title: "Bring back the {car}",
    toDeal: "To your deal",
    none: "This store has no return policy for this deal. Talk to the store.",
    days: "{days, plural, one {# day} other {# days}} from the day of the keys, which does not count",
    miles: "no more than {miles} driven",
    restocking: "a restocking fee of {share} of the price, at least {least} and at most {most}",
    noRestocking: "no restocking fee",
    perMile: "{amount} for each mile beyond {free}",
    odometer: "What the odometer shows now",
    odometerHint: "It showed {miles, number} at the hand-over.",
    asDelivered: "The car is as it was handed over: no damage, nothing missing",
    reason: "Why, if you like to say",
    ask: "Ask to bring it back",
    keep: "Keep the car after all",
  },
  fr: {
    title: "Rapporter : {car}",
    toDeal: "Vers votre entente",
    none: "Cette concession n’a pas de politique de retour pour cette entente. Parlez-en à la concession.",
    days: "{days, plural, one {# jour} other {# jours}} à partir du jour des clés, qui ne compte pas",
    miles: "pas plus de {miles} parcourus",
    restocking: "des frais de remise en stock de {share} du prix, au moins {least} et au plus {most}",
    noRestocking: "aucuns frais de remise en stock",
    perMile: "{amount} pour chaque mille au-delà de {free}",
    odometer: "Ce que montre l’odomètre maintenant",
    odometerHint: "Il montrait {miles, number} à la remise.",
    asDelivered: "La voiture est comme à la remise : aucun dommage, rien ne manque",
    reason: "Pourquoi, si vous voulez le dire",
    ask: "Demander à la rapporter",
    keep: "Garder la voiture finalement",
  },
});
