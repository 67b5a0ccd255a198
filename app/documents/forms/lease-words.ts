import { defineMessages } from "#app/ui/define-messages";

/** The words of the lease. */
export const leaseWords = defineMessages({
  en: {
    title: "Motor vehicle lease",
    subtitle: "Federal consumer leasing act disclosures",
    lessee: "Lessee",
    coLessee: "lessee",
    lessor: "Lessor",
    disclosures: "Federal Consumer Leasing Act disclosures",
    dueAtSigning: { title: "Amount due at lease signing or delivery", gloss: "Itemized below." },
    monthly: {
      title: "Monthly payments",
      gloss: "{count, number} payments, the first due at signing, then one each month.",
    },
    other: {
      title: "Other charges, not part of the payment",
      gloss: "Disposition fee, if you do not buy the vehicle.",
    },
    total: { title: "Total of payments", gloss: "The amount you will have paid by the end of the lease." },
    rebates: "Rebates and noncash credits",
    netTrade: "Net trade-in allowance",
    inCash: "Amount to be paid in cash",
    itemization: "Itemization of the amount due at lease signing or delivery",
    dueColumn: "Amount due at signing",
    paidColumn: "How it will be paid",
    sum: "Total",
    beside: "Beside the lease: {line}",
    determined: "Your monthly payment is determined as shown below",
    gross:
      "Gross capitalized cost: the agreed value of the vehicle and what you pay over the term for fees, products and any prior balance",
    reduction:
      "Capitalized cost reduction: trade-in allowance, rebate, noncash credit or cash that you pay that reduces it",
    adjusted: "Adjusted capitalized cost: the amount used in calculating your base monthly payment",
    residual:
      "Residual value: the value of the vehicle at the end of the lease used in calculating your base monthly payment",
    depreciation:
      "Depreciation and any amortized amounts: charged for the vehicle’s decline in value through normal use",
    rent: "Rent charge: charged in addition to the depreciation and any amortized amounts",
    count: "Lease payments: the number of payments in your lease",
    base: "Base monthly payment",
    tax: "Monthly sales or use tax",
    totalMonthly: "Total monthly payment",
    terms: "Other important terms",
    early:
      "Early termination: you may have to pay a substantial charge if you end this lease early. The charge may be up to several thousand dollars. The actual charge will depend on when the lease is terminated. The earlier you end the lease, the greater this charge is likely to be.",
    wear: "Excessive wear and use: you may be charged for excessive wear based on our standards for normal use, and for mileage in excess of {miles} miles a year at the rate of the lessor’s schedule.",
    option:
      "Purchase option at the end of the lease term: you have an option to buy the vehicle as it is at its end for {amount}, taxes and official fees apart.",
    term: "Term: {months, number} months. Refundable security deposit: {deposit}. Disposition fee at its end, if you do not buy the vehicle: {disposition}.",
    rest: "Other terms: see your lease documents for early termination, purchase options and maintenance responsibilities, warranties, late and default charges, insurance, and any security interest, if applicable.",
    intent: "I sign the motor vehicle lease, having read the disclosures and received a filled-in copy.",
  },
  fr: {
    title: "Contrat de location de véhicule",
    subtitle: "Mentions sur la location à long terme",
    lessee: "Locataire",
    coLessee: "locataire",
    lessor: "Locateur",
    disclosures: "Mentions sur la location",
    dueAtSigning: { title: "Montant dû à la signature ou à la livraison", gloss: "Détaillé ci-dessous." },
    monthly: {
      title: "Paiements mensuels",
      gloss: "{count, number} paiements, le premier à la signature, puis un chaque mois.",
    },
    other: {
      title: "Autres frais, hors du paiement",
      gloss: "Frais de disposition, si vous n’achetez pas le véhicule.",
    },
    total: { title: "Total des paiements", gloss: "Ce que vous aurez payé à la fin de la location." },
    rebates: "Rabais et crédits non monétaires",
    netTrade: "Valeur nette de l’échange",
    inCash: "Montant à payer en argent",
    itemization: "Détail du montant dû à la signature ou à la livraison",
    dueColumn: "Montant dû à la signature",
    paidColumn: "Comment il sera payé",
    sum: "Total",
    beside: "Hors de la location : {line}",
    determined: "Calcul de votre paiement mensuel",
    gross:
      "Coût capitalisé brut : la valeur convenue du véhicule et ce que vous payez pendant la durée pour frais, produits et solde antérieur",
    reduction: "Réduction du coût capitalisé : échange, rabais, crédit non monétaire ou argent comptant qui le diminue",
    adjusted: "Coût capitalisé rajusté : le montant qui sert au calcul de votre paiement mensuel de base",
    residual:
      "Valeur résiduelle : la valeur du véhicule à la fin de la location qui sert au calcul de votre paiement de base",
    depreciation: "Dépréciation et montants amortis : pour la baisse de valeur du véhicule à l’usage normal",
    rent: "Frais de location : en sus de la dépréciation et des montants amortis",
    count: "Nombre de paiements de votre location",
    base: "Paiement mensuel de base",
    tax: "Taxe mensuelle de vente ou d’usage",
    totalMonthly: "Paiement mensuel total",
    terms: "Autres conditions importantes",
    early:
      "Fin anticipée : vous pourriez devoir payer des frais importants si vous mettez fin à cette location avant terme. Ils peuvent atteindre plusieurs milliers de dollars et dépendent de la date. Plus tôt vous y mettez fin, plus ils risquent d’être élevés.",
    wear: "Usure et usage excessifs : une usure excessive selon nos normes d’usage normal peut vous être facturée, de même que la distance au-delà de {miles} milles par an au tarif du locateur.",
    option:
      "Option d’achat à la fin de la location : vous pouvez acheter le véhicule tel quel à la fin pour {amount}, taxes et droits en sus.",
    term: "Durée : {months, number} mois. Dépôt de garantie remboursable : {deposit}. Frais de disposition à la fin, si vous n’achetez pas le véhicule : {disposition}.",
    rest: "Autres conditions : voir vos documents de location au sujet de la fin anticipée, de l’option d’achat, de l’entretien, des garanties, des frais de retard et de défaut, de l’assurance et de toute sûreté, le cas échéant.",
    intent: "Je signe le contrat de location, après en avoir lu les mentions et reçu un exemplaire rempli.",
  },
});
