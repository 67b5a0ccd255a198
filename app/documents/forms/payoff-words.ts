import { defineMessages } from "#app/ui/define-messages";

/** The words of the authorisation to pay off what is owed on a trade-in. */
export const payoffWords = defineMessages({
  en: {
    title: "Trade-in payoff authorization",
    subtitle: "To the lender or lessor of the vehicle traded in",
    customer: "Customer",
    coCustomer: "customer",
    store: "Store",
    vehicle: "Vehicle traded in",
    vin: "Vehicle identification number",
    noVin: "To be recorded at inspection",
    leased: "Leased",
    financed: "Financed",
    ownership: "Ownership",
    owed: "What is owed",
    lender: "Lender or lessor",
    account: "Account, last four",
    buyout: "Buyout",
    payoff: "Payoff",
    goodThrough: "Good through",
    perDay: "Each day after",
    askLender: "Ask the lender",
    tell: "I authorize the lender or lessor above to tell {store} the amount that pays off my account, and to accept payment of it from {store} on my behalf.",
    release:
      "When the account is paid, please release the lien and send the title, free of liens, to {store} at the address above. Any amount over what is owed is to be returned to me.",
    difference:
      "If what is owed turns out to be more than the amount above, I will pay the difference; if it is less, the store will pay it to me. I will make every payment that falls due before the payoff is sent.",
    intent: "I authorize the payoff of my trade-in and the release of its title to the store.",
  },
  fr: {
    title: "Autorisation de remboursement",
    subtitle: "Au prêteur ou au locateur du véhicule d’échange",
    customer: "Client",
    coCustomer: "client",
    store: "Commerçant",
    vehicle: "Véhicule d’échange",
    vin: "Numéro d’identification",
    noVin: "À relever à l’inspection",
    leased: "Loué",
    financed: "Financé",
    ownership: "Propriété",
    owed: "Ce qui est dû",
    lender: "Prêteur ou locateur",
    account: "Compte, quatre derniers",
    buyout: "Rachat",
    payoff: "Solde",
    goodThrough: "Valable jusqu’au",
    perDay: "Par jour ensuite",
    askLender: "Demander au prêteur",
    tell: "J’autorise le prêteur ou le locateur ci-dessus à dire à {store} le montant qui solde mon compte et à en accepter le paiement de {store} en mon nom.",
    release:
      "Une fois le compte payé, veuillez donner mainlevée et remettre le titre, libre de toute charge, à {store} à l’adresse ci-dessus. Tout excédent doit m’être rendu.",
    difference:
      "Si ce qui est dû dépasse le montant ci-dessus, je paierai la différence; si c’est moins, le commerçant me la versera. Je ferai tout paiement qui échoit avant l’envoi du remboursement.",
    intent: "J’autorise le remboursement de mon véhicule d’échange et la remise de son titre au commerçant.",
  },
});
