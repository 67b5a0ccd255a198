/** May a car leave before its lender has agreed, and how. An engineer's reading; the store's counsel confirms it. */
export interface SpotDeliveryRule {
  allowed: boolean;
  /** Within so many days the store says that it could not place the contract. */
  deadlineDays: number;
  /** Words that the law writes for the conditional agreement; null where it leaves them to the store. */
  wording: { en: string; fr: string } | null;
  source: string;
}

const usual: SpotDeliveryRule = { allowed: true, deadlineDays: 10, wording: null, source: "The store's own agreement" };

const rules: Readonly<Record<string, SpotDeliveryRule>> = {
  MI: {
    allowed: false,
    deadlineDays: 0,
    wording: null,
    source: "Michigan: the regulator's position is that a sale conditional on financing is not allowed",
  },
  VA: {
    allowed: true,
    deadlineDays: 10,
    wording: {
      en: "IF YOU ARE FINANCING THIS VEHICLE, PLEASE READ THIS NOTICE: YOU ARE PROPOSING TO ENTER INTO A RETAIL INSTALLMENT SALES CONTRACT WITH THE DEALER. THIS CONTRACT IS SUBJECT TO THE APPROVAL OF A LENDER.",
      fr: "SI VOUS FINANCEZ CE VÉHICULE, LISEZ CET AVIS : VOUS PROPOSEZ DE CONCLURE UN CONTRAT DE VENTE À TEMPÉRAMENT AVEC LE MARCHAND. CE CONTRAT EST SOUMIS À L’APPROBATION D’UN PRÊTEUR.",
    },
    source: "Va. Code § 46.2-1530",
  },
};

export const spotDeliveryRule = (region: string): SpotDeliveryRule => rules[region.trim().toUpperCase()] ?? usual;
