import { defineMessages } from "#app/ui/define-messages";

/** Whose taxes the figures are, and what each tax and fee rests on: wherever a line of them is drawn. */
export const taxMessages = defineMessages({
  en: {
    row: {
      label: "Taxes for",
      own: "{store}’s own area",
      change: "Where the car will be kept",
    },
    gap: {
      notConfirmed: "The store has not confirmed taxes for {place} yet; the figures use {rule}.",
      notInForce: "No confirmed rule of {place} is in force that day; the figures use {rule}.",
      byHand: "The tax of {place} is stated by hand; until then the figures use {rule}.",
      localRateMissing: "The figures are without the local rate: the store has none for this postcode in {place} yet.",
    },
    basis: {
      of: "{rate} of {base}.",
      several: "Several taxes on {base}, each rounded by itself.",
      onItself: "The tax is part of its own base.",
      bound: "{rate} of {base} would be {amount}; the law sets a limit.",
      where: "{place}: {rule}.",
      since: "In force since {date}.",
      source: "Source: {source}",
      registration: "Paid when the car is registered.",
      docFee: "Asked of every buyer by the store; no cap of {place} lowers it.",
      docFeeCapped: "The store asks {asked}; the law caps it.",
      governmentFee: "Passed on to the state; from the store’s table of title and registration fees.",
      general: "confirmed by the store",
      demo: "demo rule",
    },
    stated: {
      mark: "by hand",
      by: "Stated by hand by {name}: {reason} By the rule it would be {amount}.",
    },
  },
  fr: {
    row: {
      label: "Taxes de",
      own: "la région de {store}",
      change: "Où la voiture sera gardée",
    },
    gap: {
      notConfirmed:
        "La concession n’a pas encore confirmé les taxes de ce lieu ({place}) ; les chiffres utilisent {rule}.",
      notInForce: "Aucune règle confirmée de ce lieu ({place}) n’est en vigueur ce jour-là ; on utilise {rule}.",
      byHand: "La taxe de ce lieu ({place}) est inscrite à la main ; d’ici là, on utilise {rule}.",
      localRateMissing:
        "Les chiffres sont sans le taux local : la concession n’en a pas encore pour ce code postal ({place}).",
    },
    basis: {
      of: "{rate} de {base}.",
      several: "Plusieurs taxes sur {base}, chacune arrondie à part.",
      onItself: "La taxe fait partie de sa propre base.",
      bound: "{rate} de {base} ferait {amount} ; la loi fixe une limite.",
      where: "{place} : {rule}.",
      since: "En vigueur depuis le {date}.",
      source: "Source : {source}",
      registration: "Payée à l’immatriculation.",
      docFee: "Demandés à chaque acheteur par la concession ; aucun plafond de ce lieu ({place}) ne les baisse.",
      docFeeCapped: "La concession demande {asked} ; la loi les plafonne.",
      governmentFee: "Remis à l’État ; selon la table de la concession pour le titre et l’immatriculation.",
      general: "confirmée par la concession",
      demo: "règle de démonstration",
    },
    stated: {
      mark: "à la main",
      by: "Inscrit à la main par {name} : {reason} Selon la règle, ce serait {amount}.",
    },
  },
});
