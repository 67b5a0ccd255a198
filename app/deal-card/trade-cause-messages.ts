/** What was done to a car that comes in, as sentences; `{which}` names the car once there are several. */
export const tradeCauseMessages = {
  en: {
    described: "{who} described the {car} to trade in.",
    conditionAnswered: "{who} answered a question on the trade-in’s condition{which}.",
    damageMarked: "{who} {corrected, select, yes {corrected a mark} other {marked damage}} on the trade-in{which}.",
    damageUnmarked: "{who} took a damage mark off the trade-in{which}.",
    photoAdded: "{who} added a photo of the trade-in{which}.",
    photoRemoved: "{who} removed a photo of the trade-in{which}.",
    ownershipStated:
      "{who} said the trade-in{which} is {ownership, select, owned {owned outright} financed {financed} leased {leased} other {no longer stated}}.",
    payoffStated:
      "{who} {hadFrom, select, yes {changed the payoff{which} from {from} to {to}} other {gave the payoff{which}: {to}}}.",
    valueStated: "{who} put the trade-in at {to}, {you, select, yes {your} other {their}} own figure.",
    valued: "The trade-in{which} was estimated at {low} to {high}.",
    notValued: "Too few cars like the trade-in{which} are known for an estimate: {count}.",
    submitted: "{who} asked the store for an offer on the trade-in{which}.",
    reviewStarted: "{who} began to look at the trade-in{which}.",
    acvAppraised: "{who} appraised the trade-in{which}.",
    offerMade:
      "{who} {move, select, raised {raised the trade allowance{which} from {before} to {allowance}} lowered {lowered the trade allowance{which} from {before} to {allowance}} other {offered {allowance} for the trade-in{which}}}.",
    offerAccepted: "{who} accepted {allowance} for the trade-in{which}.",
    offerDeclined: "{who} declined {allowance} for the trade-in{which}.",
    offerCountered: "{who} asked for {counter} instead of {allowance}{which}.",
    messageSent: "{who} wrote about the trade-in{which}.",
    verified:
      "{who} looked at the trade-in{which}{adjusted, select, yes { and adjusted the offer from {before} to {allowance}} other {: it is as described}}.",
    verificationWaived: "{who} took the trade-in{which} without looking at it first.",
    carRemoved: "{who} took the {gone} off the deal.",
  },
  fr: {
    described: "{you, select, yes {Vous avez} other {{who} a}} décrit {car} à échanger.",
    conditionAnswered:
      "{you, select, yes {Vous avez} other {{who} a}} répondu à une question sur l’état de la voiture d’échange{which}.",
    damageMarked:
      "{you, select, yes {Vous avez} other {{who} a}} {corrected, select, yes {corrigé une marque} other {marqué un dommage}} sur la voiture d’échange{which}.",
    damageUnmarked: "{you, select, yes {Vous avez} other {{who} a}} enlevé une marque de la voiture d’échange{which}.",
    photoAdded: "{you, select, yes {Vous avez} other {{who} a}} ajouté une photo de la voiture d’échange{which}.",
    photoRemoved: "{you, select, yes {Vous avez} other {{who} a}} enlevé une photo de la voiture d’échange{which}.",
    ownershipStated:
      "{you, select, yes {Vous avez} other {{who} a}} dit que la voiture d’échange{which} est {ownership, select, owned {payée} financed {financée} leased {louée} other {sans précision}}.",
    payoffStated:
      "{you, select, yes {Vous avez} other {{who} a}} {hadFrom, select, yes {changé le solde{which} de {from} à {to}} other {donné le solde{which} : {to}}}.",
    valueStated: "{you, select, yes {Vous estimez} other {{who} estime}} la voiture d’échange à {to}.",
    valued: "La voiture d’échange{which} a été estimée entre {low} et {high}.",
    notValued: "Trop peu de voitures semblables sont connues pour estimer la voiture d’échange{which} : {count}.",
    submitted: "{you, select, yes {Vous avez} other {{who} a}} demandé une offre pour la voiture d’échange{which}.",
    reviewStarted: "{you, select, yes {Vous avez} other {{who} a}} commencé à regarder la voiture d’échange{which}.",
    acvAppraised: "{you, select, yes {Vous avez} other {{who} a}} évalué la voiture d’échange{which}.",
    offerMade:
      "{you, select, yes {Vous avez} other {{who} a}} {move, select, raised {augmenté l’allocation d’échange{which} de {before} à {allowance}} lowered {baissé l’allocation d’échange{which} de {before} à {allowance}} other {offert {allowance} pour la voiture d’échange{which}}}.",
    offerAccepted:
      "{you, select, yes {Vous avez} other {{who} a}} accepté {allowance} pour la voiture d’échange{which}.",
    offerDeclined:
      "{you, select, yes {Vous avez} other {{who} a}} refusé {allowance} pour la voiture d’échange{which}.",
    offerCountered: "{you, select, yes {Vous avez} other {{who} a}} demandé {counter} au lieu de {allowance}{which}.",
    messageSent: "{you, select, yes {Vous avez} other {{who} a}} écrit au sujet de la voiture d’échange{which}.",
    verified:
      "{you, select, yes {Vous avez} other {{who} a}} examiné la voiture d’échange{which}{adjusted, select, yes { et ajusté l’offre de {before} à {allowance}} other { : elle est comme décrite}}.",
    verificationWaived:
      "{you, select, yes {Vous avez} other {{who} a}} pris la voiture d’échange{which} sans l’avoir vue.",
    carRemoved: "{you, select, yes {Vous avez} other {{who} a}} retiré {gone} de l’entente.",
  },
} as const;
