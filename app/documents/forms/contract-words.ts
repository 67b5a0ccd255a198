import { defineMessages } from "#app/ui/define-messages";

/** The words of the instalment contract. The French ones name things as Quebec's Consumer Protection Act does. */
export const contractWords = defineMessages({
  en: {
    title: "Retail installment contract",
    subtitle: "Simple finance charge, with security interest",
    seller: "Creditor-seller",
    copy: "The contract itself is the copy signed in ink. A print or file of this page is a copy and transfers nothing.",
    lead: "You, the buyer, and the co-buyer if there is one, may buy the vehicle above for cash or on credit. By signing this contract you choose to buy it on credit under the terms on all its pages. You agree to pay the creditor-seller the amount financed and the finance charge in the payments below.",
    disclosures: "Federal Truth-in-Lending disclosures",
    apr: { title: "ANNUAL PERCENTAGE RATE", gloss: "The cost of your credit as a yearly rate." },
    financeCharge: { title: "FINANCE CHARGE", gloss: "The dollar amount the credit will cost you." },
    amountFinanced: {
      title: "Amount financed",
      gloss: "The amount of credit provided to you or on your behalf.",
    },
    totalOfPayments: {
      title: "Total of payments",
      gloss: "The amount you will have paid after all payments as scheduled.",
    },
    totalSale: {
      title: "Total sale price",
      gloss: "The total cost on credit, including your down payment of {amount}.",
    },
    schedule: {
      number: "Number of payments",
      amount: "Amount of each payment",
      due: "When payments are due",
      monthly: "Monthly, beginning {date}",
      last: "The month after, as the last payment",
    },
    security:
      "Security: you give a security interest in the vehicle bought, VIN {vin}. Late charge: if a payment is more than ten days late you may be charged what the law of the state allows, and no more. Prepayment: if you pay off early you will not have to pay a penalty. See the rest of this contract for non-payment, default, any required repayment in full before the scheduled date, and security interests.",
    itemization: "Itemization of the amount financed",
    terms: "Terms",
    interest:
      "How interest is counted: the finance charge is figured on the unpaid amount financed for each day it is unpaid. Paying early lowers it, paying late raises it. The figures above assume that every payment is made on its day.",
    prepayment:
      "Prepayment: you may pay all or part of what you owe at any time and get back no less than the law requires of the unearned part.",
    insurance:
      "Insurance: you keep the vehicle insured against loss and damage for as long as you owe on it. You choose the insurer, licensed in {region}. Physical damage insurance may be bought from anybody acceptable to the creditor.",
    optional:
      "Optional products: no service contract, debt cancellation or other product in the itemization is required to obtain credit, and each may be cancelled as its own contract says.",
    default:
      "Default: if you do not pay on time or break a promise of this contract, the creditor may, after the notices the law requires, demand all that you owe and take the vehicle back by lawful and peaceful means.",
    assignment: "Assignment: the creditor-seller may assign this contract.",
    holder:
      "NOTICE: ANY HOLDER OF THIS CONSUMER CREDIT CONTRACT IS SUBJECT TO ALL CLAIMS AND DEFENSES WHICH THE DEBTOR COULD ASSERT AGAINST THE SELLER OF GOODS OR SERVICES OBTAINED PURSUANT HERETO OR WITH THE PROCEEDS HEREOF. RECOVERY HEREUNDER BY THE DEBTOR SHALL NOT EXCEED AMOUNTS PAID BY THE DEBTOR HEREUNDER.",
    notice:
      "NOTICE TO THE BUYER: Do not sign this contract before you read it or if it contains blank spaces. You are entitled to an exact copy of the contract you sign. Keep it to protect your legal rights.",
    intent: "I sign the retail installment contract, having read the disclosures and received a filled-in copy.",
  },
  fr: {
    title: "Contrat de vente à tempérament",
    subtitle: "Frais de crédit simples, avec sûreté sur le véhicule",
    seller: "Commerçant-créancier",
    copy: "Le contrat est l’exemplaire signé à l’encre. Toute impression ou tout fichier de cette page est une copie et ne transfère rien.",
    lead: "Vous, l’acheteur, et le coacheteur s’il y en a un, pouvez acheter le véhicule ci-dessus au comptant ou à crédit. En signant ce contrat, vous choisissez de l’acheter à crédit aux conditions de toutes ses pages. Vous vous engagez à payer au commerçant-créancier le capital net et les frais de crédit par les paiements ci-dessous.",
    disclosures: "Mentions sur le coût du crédit",
    apr: { title: "TAUX DE CRÉDIT", gloss: "Le coût de votre crédit en taux annuel." },
    financeCharge: { title: "FRAIS DE CRÉDIT", gloss: "Ce que le crédit vous coûtera en dollars." },
    amountFinanced: { title: "Capital net", gloss: "Le crédit qui vous est accordé ou l’est pour votre compte." },
    totalOfPayments: {
      title: "Obligation totale",
      gloss: "Ce que vous aurez payé une fois tous les paiements faits.",
    },
    totalSale: {
      title: "Prix total",
      gloss: "Le coût total à crédit, y compris votre versement comptant de {amount}.",
    },
    schedule: {
      number: "Nombre de paiements",
      amount: "Montant de chaque paiement",
      due: "Dates des paiements",
      monthly: "Chaque mois, à compter du {date}",
      last: "Le mois suivant, comme dernier paiement",
    },
    security:
      "Sûreté : vous consentez une sûreté sur le véhicule acheté, numéro d’identification {vin}. Retard : si un paiement a plus de dix jours de retard, il peut vous être demandé ce que la loi permet, et rien de plus. Remboursement anticipé : si vous payez avant terme, vous n’aurez aucune pénalité. Voir la suite de ce contrat au sujet du défaut, de l’exigibilité avant terme et des sûretés.",
    itemization: "Détail du capital net",
    terms: "Conditions",
    interest:
      "Calcul des frais : les frais de crédit courent sur le capital net impayé, chaque jour où il l’est. Payer tôt les diminue, payer tard les augmente. Les chiffres ci-dessus supposent chaque paiement fait à sa date.",
    prepayment:
      "Remboursement anticipé : vous pouvez payer en tout temps tout ou partie de ce que vous devez, sans recevoir moins que ce que la loi prévoit de la partie non courue.",
    insurance:
      "Assurance : vous gardez le véhicule assuré contre la perte et les dommages tant que vous en devez une part. Vous choisissez l’assureur, autorisé au lieu suivant : {region}. L’assurance dommages peut s’acheter de quiconque est acceptable pour le créancier.",
    optional:
      "Produits facultatifs : aucun contrat de service, aucune annulation de dette ni autre produit du détail n’est exigé pour obtenir le crédit, et chacun peut être annulé selon son propre contrat.",
    default:
      "Défaut : si vous ne payez pas à temps ou manquez à un engagement de ce contrat, le créancier peut, après les avis que la loi exige, demander tout ce que vous devez et reprendre le véhicule par des moyens légaux et paisibles.",
    assignment: "Cession : le commerçant-créancier peut céder ce contrat.",
    holder:
      "AVIS : TOUT CESSIONNAIRE DE CE CONTRAT DE CRÉDIT À LA CONSOMMATION EST SUJET AUX MÊMES DROITS ET MOYENS DE DÉFENSE QUE LE DÉBITEUR POURRAIT OPPOSER AU COMMERÇANT QUI LUI A FOURNI LE BIEN OU LE SERVICE, JUSQU’À CONCURRENCE DES SOMMES QUE LE DÉBITEUR A PAYÉES.",
    notice:
      "AVIS À L’ACHETEUR : Ne signez pas ce contrat avant de l’avoir lu ni s’il contient des espaces en blanc. Vous avez droit à un exemplaire exact du contrat que vous signez. Conservez-le pour protéger vos droits.",
    intent: "Je signe le contrat de vente à tempérament, après en avoir lu les mentions et reçu un exemplaire rempli.",
  },
});
