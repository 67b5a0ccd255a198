import { defineMessages } from "#app/ui/define-messages";

/**
 * One sentence for every event, by its type. `you` is "yes" for the reader's own acts; amounts and dates arrive
 * written out. `move` is how a pair of figures moved: raised, lowered or set.
 */
export const changeMessages = defineMessages({
  en: {
    subject: { customer: "The customer", store: "The store" },
    effect: {
      paymentDown: "Payment down {amount} a month.",
      paymentUp: "Payment up {amount} a month.",
      paymentNow: "Now {amount} a month.",
      paymentGone: "These terms do not work out.",
      totalDown: "Total down {amount}.",
      totalUp: "Total up {amount}.",
      totalNow: "Now {amount} in cash.",
      dueDown: "Due at signing down {amount}.",
      dueUp: "Due at signing up {amount}.",
    },
    cause: {
      deal: {
        started: "The deal was started.",
        frozen: "{who} froze the numbers for the contract.",
        reopened: "{who} reopened the deal.",
        contracted: "{who} recorded the signed contract.",
        delivered: "{who} handed over the keys.",
        lost: "{who} closed the deal.",
        revived: "{who} brought the deal back.",
      },
      customer: {
        identified: "{who} said who the deal is for.",
        addressStated: "{who} gave the address for the papers.",
        identityVerified: "{who} checked the identification.",
      },
      staff: { assigned: "{name} joined the deal." },
      note: { added: "{who} wrote a staff note." },
      vehicle: {
        confirmed: "{who} said this is the car.",
        swapped: "{who} changed the car from the {from} to the {to}.",
        sellingPriceSet:
          "{who} {move, select, raised {raised} lowered {lowered} other {set}} the selling price from {from} to {to}.",
        incentiveClaimed: "{who} {claimed, select, yes {claimed} other {took back}} {incentive}.",
      },
      trade: {
        described: "{who} described the {car} to trade in.",
        conditionAnswered: "{who} answered a question on the trade-in’s condition.",
        ownershipStated:
          "{who} said the trade-in is {ownership, select, owned {owned outright} financed {financed} leased {leased} other {no longer stated}}.",
        payoffStated:
          "{who} {hadFrom, select, yes {changed the payoff from {from} to {to}} other {gave the payoff: {to}}}.",
        valued: "The trade-in was estimated at {low} to {high}.",
        acvAppraised: "{who} appraised the trade-in.",
        offerMade:
          "{who} {move, select, raised {raised the trade allowance from {before} to {allowance}} lowered {lowered the trade allowance from {before} to {allowance}} other {offered {allowance} for the trade-in}}.",
        offerAccepted: "{who} accepted {allowance} for the trade-in.",
        offerDeclined: "{who} declined {allowance} for the trade-in.",
        offerCountered: "{who} asked for {counter} instead of {allowance}.",
      },
      finance: {
        methodChosen:
          "{who} chose {to, select, cash {to pay cash} finance {to finance} lease {to lease} other {how to pay}}.",
        termChosen: "{who} changed the term from {from} to {to} months.",
        cashDownSet:
          "{who} {move, select, raised {raised} lowered {lowered} other {set}} the cash down from {from} to {to}.",
        cellAdopted: "{who} took {toTerm} months with {to} down.",
        creditBandStated:
          "{who} stated {you, select, yes {your} other {the}} credit as {band, select, excellent {excellent} good {good} fair {fair} rebuilding {rebuilding} other {{band}}}.",
        leaseTermsChosen: "{who} chose a lease of {months} months and {miles} miles a year.",
        targetPaymentSet: "{who} named a payment to work back from.",
        contractRateSet: "{who} {back, select, yes {went back to the store’s rate} other {set the rate to {to}}}.",
        termsAgreed: "{who} agreed to these terms.",
      },
      fni: {
        productAnswered: "{who} {answer, select, accepted {added} declined {declined} other {put off}} {product}.",
      },
      deposit: {
        termsAccepted: "{who} accepted the deposit terms.",
        checkoutOpened: "The payment of the {amount} deposit was opened.",
        held: "The {amount} deposit is held.",
        failed: "The {amount} deposit did not go through.",
        refundRequested: "{who} asked for the {amount} deposit back.",
        refunded: "The {amount} deposit was refunded.",
      },
      delivery: {
        methodChosen: "{who} chose {method, select, home {home delivery} other {to pick the car up}}.",
        addressGiven: "{who} gave the delivery address: {miles} miles, {fee}.",
        slotBooked:
          "{who} {again, select, yes {moved} other {booked}} the hand-over {again, select, yes {to} other {for}} {time}.",
      },
      stage: {
        skipped:
          "{who} left out {stage}{reason, select, noTrade {: no trade-in} sellMyself {: selling it privately} ownBank {: own bank} payAtStore {: paying at the store} other {}}.",
        deferred: "{who} put off {stage}.",
        resumed: "{who} took {stage} up again.",
        confirmed: "{who} confirmed {stage}.",
      },
    },
    stage: {
      vehicle: "the vehicle",
      trade: "the trade-in",
      finance: "financing",
      fni: "protection",
      deposit: "the deposit",
      delivery: "delivery",
    },
    free: "no charge",
  },
  fr: {
    subject: { customer: "Le client", store: "La concession" },
    effect: {
      paymentDown: "Paiement en baisse de {amount} par mois.",
      paymentUp: "Paiement en hausse de {amount} par mois.",
      paymentNow: "Maintenant {amount} par mois.",
      paymentGone: "Ces conditions ne donnent rien.",
      totalDown: "Total en baisse de {amount}.",
      totalUp: "Total en hausse de {amount}.",
      totalNow: "Maintenant {amount} comptant.",
      dueDown: "Dû à la signature en baisse de {amount}.",
      dueUp: "Dû à la signature en hausse de {amount}.",
    },
    cause: {
      deal: {
        started: "L’entente a été ouverte.",
        frozen: "{you, select, yes {Vous avez} other {{who} a}} gelé les chiffres pour le contrat.",
        reopened: "{you, select, yes {Vous avez} other {{who} a}} rouvert l’entente.",
        contracted: "{you, select, yes {Vous avez} other {{who} a}} inscrit le contrat signé.",
        delivered: "{you, select, yes {Vous avez} other {{who} a}} remis les clés.",
        lost: "{you, select, yes {Vous avez} other {{who} a}} fermé l’entente.",
        revived: "{you, select, yes {Vous avez} other {{who} a}} repris l’entente.",
      },
      customer: {
        identified: "{you, select, yes {Vous avez} other {{who} a}} dit pour qui est l’entente.",
        addressStated: "{you, select, yes {Vous avez} other {{who} a}} donné l’adresse pour les papiers.",
        identityVerified: "{you, select, yes {Vous avez} other {{who} a}} vérifié la pièce d’identité.",
      },
      staff: { assigned: "{name} s’est joint à l’entente." },
      note: { added: "{you, select, yes {Vous avez} other {{who} a}} écrit une note interne." },
      vehicle: {
        confirmed: "{you, select, yes {Vous avez} other {{who} a}} dit que c’est la bonne voiture.",
        swapped: "{you, select, yes {Vous avez} other {{who} a}} remplacé {from} par {to}.",
        sellingPriceSet:
          "{you, select, yes {Vous avez} other {{who} a}} {move, select, raised {augmenté} lowered {baissé} other {fixé}} le prix de vente de {from} à {to}.",
        incentiveClaimed:
          "{you, select, yes {Vous avez} other {{who} a}} {claimed, select, yes {demandé} other {retiré}} {incentive}.",
      },
      trade: {
        described: "{you, select, yes {Vous avez} other {{who} a}} décrit {car} à échanger.",
        conditionAnswered:
          "{you, select, yes {Vous avez} other {{who} a}} répondu à une question sur l’état de la voiture d’échange.",
        ownershipStated:
          "{you, select, yes {Vous avez} other {{who} a}} dit que la voiture d’échange est {ownership, select, owned {payée} financed {financée} leased {louée} other {sans précision}}.",
        payoffStated:
          "{you, select, yes {Vous avez} other {{who} a}} {hadFrom, select, yes {changé le solde du prêt de {from} à {to}} other {donné le solde du prêt : {to}}}.",
        valued: "La voiture d’échange est estimée entre {low} et {high}.",
        acvAppraised: "{you, select, yes {Vous avez} other {{who} a}} évalué la voiture d’échange.",
        offerMade:
          "{you, select, yes {Vous avez} other {{who} a}} {move, select, raised {augmenté l’allocation d’échange de {before} à {allowance}} lowered {baissé l’allocation d’échange de {before} à {allowance}} other {offert {allowance} pour la voiture d’échange}}.",
        offerAccepted: "{you, select, yes {Vous avez} other {{who} a}} accepté {allowance} pour la voiture d’échange.",
        offerDeclined: "{you, select, yes {Vous avez} other {{who} a}} refusé {allowance} pour la voiture d’échange.",
        offerCountered: "{you, select, yes {Vous avez} other {{who} a}} demandé {counter} au lieu de {allowance}.",
      },
      finance: {
        methodChosen:
          "{you, select, yes {Vous avez} other {{who} a}} choisi {to, select, cash {de payer comptant} finance {le financement} lease {la location} other {comment payer}}.",
        termChosen: "{you, select, yes {Vous avez} other {{who} a}} changé la durée de {from} à {to} mois.",
        cashDownSet:
          "{you, select, yes {Vous avez} other {{who} a}} {move, select, raised {augmenté} lowered {baissé} other {fixé}} l’argent comptant de {from} à {to}.",
        cellAdopted: "{you, select, yes {Vous avez} other {{who} a}} pris {toTerm} mois avec {to} comptant.",
        creditBandStated:
          "{you, select, yes {Vous avez} other {{who} a}} indiqué un crédit {band, select, excellent {excellent} good {bon} fair {moyen} rebuilding {à rebâtir} other {{band}}}.",
        leaseTermsChosen:
          "{you, select, yes {Vous avez} other {{who} a}} choisi une location de {months} mois et {miles} milles par an.",
        targetPaymentSet: "{you, select, yes {Vous avez} other {{who} a}} donné un paiement de départ.",
        contractRateSet:
          "{you, select, yes {Vous êtes} other {{who} est}} {back, select, yes {revenu au taux de la concession} other {passé au taux de {to}}}.",
        termsAgreed: "{you, select, yes {Vous avez} other {{who} a}} accepté ces conditions.",
      },
      fni: {
        productAnswered:
          "{you, select, yes {Vous avez} other {{who} a}} {answer, select, accepted {ajouté} declined {refusé} other {reporté}} {product}.",
      },
      deposit: {
        termsAccepted: "{you, select, yes {Vous avez} other {{who} a}} accepté les conditions du dépôt.",
        checkoutOpened: "Le paiement du dépôt de {amount} est ouvert.",
        held: "Le dépôt de {amount} est retenu.",
        failed: "Le dépôt de {amount} n’a pas passé.",
        refundRequested:
          "{you, select, yes {Vous avez} other {{who} a}} demandé le remboursement du dépôt de {amount}.",
        refunded: "Le dépôt de {amount} a été remboursé.",
      },
      delivery: {
        methodChosen:
          "{you, select, yes {Vous avez} other {{who} a}} choisi {method, select, home {la livraison à domicile} other {de venir chercher la voiture}}.",
        addressGiven:
          "{you, select, yes {Vous avez} other {{who} a}} donné l’adresse de livraison : {miles} milles, {fee}.",
        slotBooked:
          "{you, select, yes {Vous avez} other {{who} a}} {again, select, yes {déplacé la remise au} other {réservé la remise du}} {time}.",
      },
      stage: {
        skipped:
          "{you, select, yes {Vous avez} other {{who} a}} laissé de côté {stage}{reason, select, noTrade { : pas d’échange} sellMyself { : vente privée} ownBank { : sa propre banque} payAtStore { : paiement sur place} other {}}.",
        deferred: "{you, select, yes {Vous avez} other {{who} a}} reporté {stage}.",
        resumed: "{you, select, yes {Vous avez} other {{who} a}} repris {stage}.",
        confirmed: "{you, select, yes {Vous avez} other {{who} a}} confirmé {stage}.",
      },
    },
    stage: {
      vehicle: "le véhicule",
      trade: "l’échange",
      finance: "le financement",
      fni: "la protection",
      deposit: "le dépôt",
      delivery: "la livraison",
    },
    free: "sans frais",
  },
});
