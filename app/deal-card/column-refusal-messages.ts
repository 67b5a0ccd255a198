import { formatMoney, formatNumber, formatPercent } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { useLocale } from "#app/ui/messages";
import type { ColumnRefusal, ColumnRefusalCode } from "#machines/desking/column-refusal";

/** Why a column has no figure, and what to do. `{limit}` is written in the field's own unit. */
const texts: Record<Locale, Record<ColumnRefusalCode, string>> = {
  en: {
    amountBelowZero: "An amount of a deal cannot be below zero. Enter zero or more.",
    amountAboveLimit: "That amount is beyond any deal of a store. Check its decimal point.",
    notWholeCents: "An amount is in whole cents. Round it to the cent.",
    dateDoesNotExist: "There is no such day. Pick a day of the calendar.",
    tooManyLines: "There are more lines here than a contract holds. Combine or remove some.",
    sellingPriceMissing: "There is no selling price yet. Choose a car first.",
    termOutOfRange: "No lender writes this term. Choose a usual one.",
    rateOutOfRange: "No contract may carry this rate. Check its decimal point.",
    firstPaymentDateOutOfRange: "The first payment is too close to the contract date or too far from it.",
    cashDownAboveBalance: "The cash down covers the deal. Lower it to {limit}, or choose to pay cash.",
    nothingToFinance: "The trade-in and the maker’s money cover the deal. Choose to pay cash.",
    paymentBelowFirstInterest: "The payment would not cover the first interest. Shorten the term.",
    prepaidChargeAboveBalance: "The prepaid charge eats up what is financed. Lower the cash down.",
    balloonAboveBalance: "The last payment is more than what is borrowed. Lower it to {limit}.",
    notLeasable: "This car is not leased. Choose to pay cash or to finance.",
    leaseTaxNotEstablished:
      "How a lease is taxed where the car will be kept is not settled. Choose to pay cash or to finance, or ask us.",
    milesOutOfRange: "No lessor writes this mileage. Choose a usual one.",
    residualRateOutOfRange: "The residual is out of range. The store checks the lessor’s table.",
    moneyFactorOutOfRange: "The money factor is out of range. The store checks the lessor’s table.",
    residualAboveCapCost: "After the reductions there is nothing left to lease. Lower the cash down, or finance.",
    depositCountOutOfRange: "No lessor takes this many deposits. Choose {limit} or fewer.",
    aprOutOfRange: "With its charge the yearly rate is beyond what a contract may carry. Lower the prepaid charge.",
    targetOutOfReach: "No figure here reaches it: the least is {limit}.",
  },
  fr: {
    amountBelowZero: "Un montant ne peut pas être sous zéro. Entrez zéro ou plus.",
    amountAboveLimit: "Ce montant dépasse toute entente. Vérifiez la virgule.",
    notWholeCents: "Un montant est en cents entiers. Arrondissez-le au cent.",
    dateDoesNotExist: "Ce jour n’existe pas. Choisissez un jour du calendrier.",
    tooManyLines: "Il y a plus de lignes que n’en tient un contrat. Regroupez-en.",
    sellingPriceMissing: "Il n’y a pas encore de prix de vente. Choisissez d’abord une voiture.",
    termOutOfRange: "Aucun prêteur n’offre cette durée. Choisissez-en une courante.",
    rateOutOfRange: "Aucun contrat ne peut porter ce taux. Vérifiez la virgule.",
    firstPaymentDateOutOfRange: "Le premier paiement est trop proche ou trop loin de la date du contrat.",
    cashDownAboveBalance: "L’argent comptant couvre l’entente. Baissez-le à {limit} ou payez comptant.",
    nothingToFinance: "L’échange et les rabais couvrent l’entente. Choisissez de payer comptant.",
    paymentBelowFirstInterest: "Le paiement ne couvrirait pas le premier intérêt. Raccourcissez la durée.",
    prepaidChargeAboveBalance: "Les frais payés d’avance dépassent le montant. Baissez l’argent comptant.",
    balloonAboveBalance: "Le dernier paiement dépasse le montant emprunté. Baissez-le à {limit}.",
    notLeasable: "Cette voiture ne se loue pas. Choisissez comptant ou financement.",
    leaseTaxNotEstablished:
      "La taxe d’une location là où la voiture sera gardée n’est pas établie. Choisissez comptant ou financement, ou demandez-nous.",
    milesOutOfRange: "Aucun bailleur n’offre ce millage. Choisissez-en un courant.",
    residualRateOutOfRange: "La valeur résiduelle est hors limites. La concession vérifie la table.",
    moneyFactorOutOfRange: "Le facteur est hors limites. La concession vérifie la table.",
    residualAboveCapCost: "Après les réductions il ne reste rien à louer. Baissez l’argent comptant ou financez.",
    depositCountOutOfRange: "Aucun bailleur ne prend autant de dépôts. Choisissez-en {limit} ou moins.",
    aprOutOfRange: "Avec ces frais, le taux annuel dépasse ce qu’un contrat permet. Baissez les frais payés d’avance.",
    targetOutOfReach: "Aucun chiffre ici n’y arrive : le moins est {limit}.",
  },
};

/** Codes whose limit is no amount. */
const unitOf: Partial<Record<ColumnRefusalCode, "rate" | "count">> = {
  rateOutOfRange: "rate",
  residualRateOutOfRange: "rate",
  moneyFactorOutOfRange: "rate",
  aprOutOfRange: "rate",
  termOutOfRange: "count",
  milesOutOfRange: "count",
  tooManyLines: "count",
  depositCountOutOfRange: "count",
  firstPaymentDateOutOfRange: "count",
};

export function columnRefusalSentence({ code, limit }: ColumnRefusal, locale: Locale): string {
  const unit = unitOf[code];
  const written =
    limit === undefined
      ? ""
      : unit === "rate"
        ? formatPercent(limit, locale)
        : unit === "count"
          ? formatNumber(limit, locale)
          : formatMoney(limit, locale, { cents: "whenAny" });
  return texts[locale][code].replace("{limit}", written);
}

export function useColumnRefusal() {
  const locale = useLocale();
  return (refused: ColumnRefusal) => columnRefusalSentence(refused, locale);
}
