import { creditCauseMessages } from "#app/deal-card/credit-cause-messages";
import { deskCauseMessages } from "#app/deal-card/desk-cause-messages";
import { handoverCauseMessages } from "#app/deal-card/handover-cause-messages";
import { seatCauseMessages } from "#app/deal-card/seat-cause-messages";
import { tradeCauseMessages } from "#app/deal-card/trade-cause-messages";
import { moneyCauseMessages } from "#app/deal-card/money-cause-messages";
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
        imported: seatCauseMessages.en.imported,
      },
      customer: {
        identified: "{who} said who the deal is for.",
        addressStated: "{who} gave the address for the papers.",
        identityVerified: "{who} checked the identification.",
      },
      staff: { assigned: "{name} joined the deal.", released: "{name} gave the deal back." },
      note: { added: "{who} wrote a staff note." },
      vehicle: {
        availabilityTold: moneyCauseMessages.en.availabilityTold,
        confirmed: "{who} said this is the car.",
        swapped: "{who} changed the car from the {from} to the {to}.",
        sellingPriceSet:
          "{who} {move, select, raised {raised} lowered {lowered} other {set}} the selling price from {from} to {to}.",
        incentiveClaimed: "{who} {claimed, select, yes {claimed} other {took back}} {incentive}.",
      },
      trade: tradeCauseMessages.en,
      finance: {
        methodChosen:
          "{who} chose {to, select, cash {to pay cash} finance {to finance} lease {to lease} other {how to pay}}.",
        termChosen: "{who} changed the term from {from} to {to} months.",
        cashDownSet:
          "{who} {move, select, raised {raised} lowered {lowered} other {set}} the cash down from {from} to {to}.",
        cellAdopted: "{who} took {toTerm} months with {to} down.",
        tradeBalanceSplit:
          "{who} {nothing, select, yes {put what the trade-in leaves owing on the new loan} other {chose to pay {to} of what the trade-in leaves owing now}}.",
        creditBandStated:
          "{who} stated {you, select, yes {your} other {the}} credit as {band, select, excellent {excellent} good {good} fair {fair} rebuilding {rebuilding} other {{band}}}.",
        leaseTermsChosen: "{who} chose a lease of {months} months and {miles} miles a year.",
        optionsChosen: "{who} changed the first payment, the last payment or the deposits.",
        targetPaymentSet: "{who} named a payment to work back from.",
        contractRateSet: "{who} {back, select, yes {went back to the store’s rate} other {set the rate to {to}}}.",
        docFeeWaived:
          "{who} {nothing, select, yes {took back what was let go of the doc fee} other {let go of {to} of the doc fee}}.",
        termsAgreed: "{who} agreed to these terms.",
      },
      fni: {
        productAnswered: "{who} {answer, select, accepted {added} declined {declined} other {put off}} {product}.",
        ...creditCauseMessages.en.fni,
      },
      credit: creditCauseMessages.en.credit,
      deposit: {
        termsAccepted: "{who} accepted the deposit terms.",
        checkoutOpened: "The payment of the {amount} deposit was opened.",
        held: "The {amount} deposit is held.",
        bankAsked: "The payer’s bank asks about the {amount} deposit first.",
        captured: "The {amount} deposit was taken from the card.",
        holdEnding: "The hold of the car ends {until}.",
        failed: "The {amount} deposit did not go through.",
        released:
          "The {amount} deposit was let go: {reason, select, holdExpired {the hold ran out} vehicleTaken {another customer holds the car} other {the deal is closed}}.",
        disputed: "The cardholder’s bank asks about the deposit.",
        refundRequested: "{who} asked for the {amount} deposit back.",
        refunded: "The {amount} deposit was refunded.",
        ...moneyCauseMessages.en.deposit,
      },
      tender: moneyCauseMessages.en.tender,
      taxes: {
        ruleApplied:
          "{byWhom, select, system {The taxes were looked up again for where the car is kept.} other {{who} said where the car will be kept.}} {gap, select, none {{own, select, yes {The store’s own taxes apply.} other {The taxes of {place} apply.}}} notConfirmed {The store has not confirmed taxes for {place} yet; the figures use its own.} notInForce {No rule of {place} is in force that day; the figures use the store’s own.} byHand {The taxes of {place} are stated by hand.} localRateMissing {The taxes of {place} apply, without its local rate.} other {}}",
        ruleConfirmed:
          "The store confirmed the tax rules of {place}. {gap, select, none {{own, select, yes {The store’s own taxes apply.} other {The taxes of {place} apply.}}} notConfirmed {The store has not confirmed taxes for {place} yet; the figures use its own.} notInForce {No rule of {place} is in force that day; the figures use the store’s own.} byHand {The taxes of {place} are stated by hand.} localRateMissing {The taxes of {place} apply, without its local rate.} other {}}",
        ruleWithdrawn:
          "The store took back its confirmation of the tax rules of {place}. {gap, select, none {{own, select, yes {The store’s own taxes apply.} other {The taxes of {place} apply.}}} notConfirmed {The store has not confirmed taxes for {place} yet; the figures use its own.} notInForce {No rule of {place} is in force that day; the figures use the store’s own.} byHand {The taxes of {place} are stated by hand.} localRateMissing {The taxes of {place} apply, without its local rate.} other {}}",
        localRateChanged:
          "The store changed its table of local rates for {place}. {gap, select, none {{own, select, yes {The store’s own taxes apply.} other {The taxes of {place} apply.}}} notConfirmed {The store has not confirmed taxes for {place} yet; the figures use its own.} notInForce {No rule of {place} is in force that day; the figures use the store’s own.} byHand {The taxes of {place} are stated by hand.} localRateMissing {The taxes of {place} apply, without its local rate.} other {}}",
        lineOverridden: "{who} set {line} by hand to {amount}: {reason}",
        overrideRemoved: "{who} took back the {amount} stated by hand for {line}.",
      },
      delivery: {
        methodChosen: "{who} chose {method, select, home {home delivery} other {to pick the car up}}.",
        addressGiven: "{who} gave the delivery address: {miles} miles, {fee}.",
        slotBooked:
          "{who} {again, select, yes {moved} other {booked}} the hand-over {again, select, yes {to} other {for}} {time}.",
      },
      ...handoverCauseMessages.en,
      seat: seatCauseMessages.en.seat,
      coBuyer: seatCauseMessages.en.coBuyer,
      wait: seatCauseMessages.en.wait,
      showroom: seatCauseMessages.en.showroom,
      scenario: deskCauseMessages.en.scenario,
      approval: deskCauseMessages.en.approval,
      pencil: deskCauseMessages.en.pencil,
      promise: {
        kept: "{who} kept these figures as promise {number}, good through {until}.",
        differencesAcknowledged: "{who} read and agreed to what differs from the promise.",
      },
      stage: {
        skipped:
          "{who} left out {stage}{reason, select, noTrade {: no trade-in} sellMyself {: selling it privately} ownBank {: own bank} payAtStore {: paying at the store} other {}}.",
        deferred: "{who} put off {stage}.",
        resumed: "{who} took {stage} up again.",
        confirmed: "{who} confirmed {stage}.",
      },
    },
    ask: deskCauseMessages.en.ask,
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
        imported: seatCauseMessages.fr.imported,
      },
      customer: {
        identified: "{you, select, yes {Vous avez} other {{who} a}} dit pour qui est l’entente.",
        addressStated: "{you, select, yes {Vous avez} other {{who} a}} donné l’adresse pour les papiers.",
        identityVerified: "{you, select, yes {Vous avez} other {{who} a}} vérifié la pièce d’identité.",
      },
      staff: { assigned: "{name} s’est joint à l’entente.", released: "{name} a rendu l’entente." },
      note: { added: "{you, select, yes {Vous avez} other {{who} a}} écrit une note interne." },
      vehicle: {
        availabilityTold: moneyCauseMessages.fr.availabilityTold,
        confirmed: "{you, select, yes {Vous avez} other {{who} a}} dit que c’est la bonne voiture.",
        swapped: "{you, select, yes {Vous avez} other {{who} a}} remplacé {from} par {to}.",
        sellingPriceSet:
          "{you, select, yes {Vous avez} other {{who} a}} {move, select, raised {augmenté} lowered {baissé} other {fixé}} le prix de vente de {from} à {to}.",
        incentiveClaimed:
          "{you, select, yes {Vous avez} other {{who} a}} {claimed, select, yes {demandé} other {retiré}} {incentive}.",
      },
      trade: tradeCauseMessages.fr,
      finance: {
        methodChosen:
          "{you, select, yes {Vous avez} other {{who} a}} choisi {to, select, cash {de payer comptant} finance {le financement} lease {la location} other {comment payer}}.",
        termChosen: "{you, select, yes {Vous avez} other {{who} a}} changé la durée de {from} à {to} mois.",
        cashDownSet:
          "{you, select, yes {Vous avez} other {{who} a}} {move, select, raised {augmenté} lowered {baissé} other {fixé}} l’argent comptant de {from} à {to}.",
        cellAdopted: "{you, select, yes {Vous avez} other {{who} a}} pris {toTerm} mois avec {to} comptant.",
        tradeBalanceSplit:
          "{you, select, yes {Vous avez} other {{who} a}} {nothing, select, yes {mis tout le solde d’échange sur le nouveau prêt} other {choisi de payer {to} du solde d’échange maintenant}}.",
        creditBandStated:
          "{you, select, yes {Vous avez} other {{who} a}} indiqué un crédit {band, select, excellent {excellent} good {bon} fair {moyen} rebuilding {à rebâtir} other {{band}}}.",
        leaseTermsChosen:
          "{you, select, yes {Vous avez} other {{who} a}} choisi une location de {months} mois et {miles} milles par an.",
        optionsChosen:
          "{you, select, yes {Vous avez} other {{who} a}} changé le premier paiement, le dernier ou les dépôts.",
        targetPaymentSet: "{you, select, yes {Vous avez} other {{who} a}} donné un paiement de départ.",
        contractRateSet:
          "{you, select, yes {Vous êtes} other {{who} est}} {back, select, yes {revenu au taux de la concession} other {passé au taux de {to}}}.",
        docFeeWaived:
          "{you, select, yes {Vous avez} other {{who} a}} {nothing, select, yes {rétabli les frais de dossier} other {renoncé à {to} des frais de dossier}}.",
        termsAgreed: "{you, select, yes {Vous avez} other {{who} a}} accepté ces conditions.",
      },
      fni: {
        productAnswered:
          "{you, select, yes {Vous avez} other {{who} a}} {answer, select, accepted {ajouté} declined {refusé} other {reporté}} {product}.",
        ...creditCauseMessages.fr.fni,
      },
      credit: creditCauseMessages.fr.credit,
      deposit: {
        termsAccepted: "{you, select, yes {Vous avez} other {{who} a}} accepté les conditions du dépôt.",
        checkoutOpened: "Le paiement du dépôt de {amount} est ouvert.",
        held: "Le dépôt de {amount} est retenu.",
        bankAsked: "La banque vérifie d’abord le dépôt de {amount}.",
        captured: "Le dépôt de {amount} a été porté à la carte.",
        holdEnding: "La retenue de la voiture se termine le {until}.",
        released:
          "Le dépôt de {amount} a été libéré : {reason, select, holdExpired {le délai est écoulé} vehicleTaken {un autre client retient la voiture} other {le dossier est clos}}.",
        disputed: "La banque du titulaire conteste le dépôt.",
        failed: "Le dépôt de {amount} n’a pas passé.",
        refundRequested:
          "{you, select, yes {Vous avez} other {{who} a}} demandé le remboursement du dépôt de {amount}.",
        refunded: "Le dépôt de {amount} a été remboursé.",
        ...moneyCauseMessages.fr.deposit,
      },
      tender: moneyCauseMessages.fr.tender,
      taxes: {
        ruleApplied:
          "{byWhom, select, system {Les taxes ont été cherchées de nouveau pour l’endroit où la voiture est gardée.} other {{you, select, yes {Vous avez} other {{who} a}} dit où la voiture sera gardée.}} {gap, select, none {{own, select, yes {Les taxes de la concession s’appliquent.} other {Les taxes de ce lieu s’appliquent : {place}.}}} notConfirmed {La concession n’a pas encore confirmé les taxes de ce lieu ({place}) ; les chiffres utilisent les siennes.} notInForce {Aucune règle de ce lieu ({place}) n’est en vigueur ce jour-là ; les chiffres utilisent celles de la concession.} byHand {Les taxes de ce lieu ({place}) sont inscrites à la main.} localRateMissing {Les taxes de ce lieu ({place}) s’appliquent, sans le taux local.} other {}}",
        ruleConfirmed:
          "La concession a confirmé les règles de taxe de ce lieu ({place}). {gap, select, none {{own, select, yes {Les taxes de la concession s’appliquent.} other {Les taxes de ce lieu s’appliquent : {place}.}}} notConfirmed {La concession n’a pas encore confirmé les taxes de ce lieu ({place}) ; les chiffres utilisent les siennes.} notInForce {Aucune règle de ce lieu ({place}) n’est en vigueur ce jour-là ; les chiffres utilisent celles de la concession.} byHand {Les taxes de ce lieu ({place}) sont inscrites à la main.} localRateMissing {Les taxes de ce lieu ({place}) s’appliquent, sans le taux local.} other {}}",
        ruleWithdrawn:
          "La concession a retiré sa confirmation des règles de taxe de ce lieu ({place}). {gap, select, none {{own, select, yes {Les taxes de la concession s’appliquent.} other {Les taxes de ce lieu s’appliquent : {place}.}}} notConfirmed {La concession n’a pas encore confirmé les taxes de ce lieu ({place}) ; les chiffres utilisent les siennes.} notInForce {Aucune règle de ce lieu ({place}) n’est en vigueur ce jour-là ; les chiffres utilisent celles de la concession.} byHand {Les taxes de ce lieu ({place}) sont inscrites à la main.} localRateMissing {Les taxes de ce lieu ({place}) s’appliquent, sans le taux local.} other {}}",
        localRateChanged:
          "La concession a modifié sa table des taux locaux de ce lieu ({place}). {gap, select, none {{own, select, yes {Les taxes de la concession s’appliquent.} other {Les taxes de ce lieu s’appliquent : {place}.}}} notConfirmed {La concession n’a pas encore confirmé les taxes de ce lieu ({place}) ; les chiffres utilisent les siennes.} notInForce {Aucune règle de ce lieu ({place}) n’est en vigueur ce jour-là ; les chiffres utilisent celles de la concession.} byHand {Les taxes de ce lieu ({place}) sont inscrites à la main.} localRateMissing {Les taxes de ce lieu ({place}) s’appliquent, sans le taux local.} other {}}",
        lineOverridden: "{you, select, yes {Vous avez} other {{who} a}} fixé à la main {line} à {amount} : {reason}",
        overrideRemoved:
          "{you, select, yes {Vous avez} other {{who} a}} retiré les {amount} inscrits à la main pour {line}.",
      },
      delivery: {
        methodChosen:
          "{you, select, yes {Vous avez} other {{who} a}} choisi {method, select, home {la livraison à domicile} other {de venir chercher la voiture}}.",
        addressGiven:
          "{you, select, yes {Vous avez} other {{who} a}} donné l’adresse de livraison : {miles} milles, {fee}.",
        slotBooked:
          "{you, select, yes {Vous avez} other {{who} a}} {again, select, yes {déplacé la remise au} other {réservé la remise du}} {time}.",
      },
      ...handoverCauseMessages.fr,
      seat: seatCauseMessages.fr.seat,
      coBuyer: seatCauseMessages.fr.coBuyer,
      wait: seatCauseMessages.fr.wait,
      showroom: seatCauseMessages.fr.showroom,
      scenario: deskCauseMessages.fr.scenario,
      approval: deskCauseMessages.fr.approval,
      pencil: deskCauseMessages.fr.pencil,
      promise: {
        kept: "{you, select, yes {Vous avez} other {{who} a}} gardé ces chiffres : promesse {number}, valable jusqu’au {until}.",
        differencesAcknowledged:
          "{you, select, yes {Vous avez} other {{who} a}} lu et accepté ce qui diffère de la promesse.",
      },
      stage: {
        skipped:
          "{you, select, yes {Vous avez} other {{who} a}} laissé de côté {stage}{reason, select, noTrade { : pas d’échange} sellMyself { : vente privée} ownBank { : sa propre banque} payAtStore { : paiement sur place} other {}}.",
        deferred: "{you, select, yes {Vous avez} other {{who} a}} reporté {stage}.",
        resumed: "{you, select, yes {Vous avez} other {{who} a}} repris {stage}.",
        confirmed: "{you, select, yes {Vous avez} other {{who} a}} confirmé {stage}.",
      },
    },
    ask: deskCauseMessages.fr.ask,
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
