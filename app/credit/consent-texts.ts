import type { Locale } from "#app/ui/locale";

/** A changed sentence is a new version: what somebody agreed to stays readable for ever. */
export const SOFT_CONSENT = "soft-2026-11";
export const APPLICATION_CONSENT = "application-2026-11";

export const consentTexts: Readonly<Record<string, Record<Locale, string>>> = {
  [SOFT_CONSENT]: {
    en: "I agree that {store} looks at my credit without leaving a mark on it, to tell me what I may pre-qualify for. This is no application and no lender's answer.",
    fr: "J’accepte que {store} consulte mon crédit sans y laisser de trace, pour me dire à quoi je pourrais être préqualifié. Ce n’est ni une demande ni la réponse d’un prêteur.",
  },
  [APPLICATION_CONSENT]: {
    en: "What I stated is true. I agree that {store} sends it to lenders for this purchase, and that they look at my credit report for this credit transaction. I sign with my name.",
    fr: "Ce que j’ai déclaré est vrai. J’accepte que {store} l’envoie à des prêteurs pour cet achat et qu’ils consultent mon dossier de crédit pour cette opération. Je signe de mon nom.",
  },
};

/** Why a report may be looked at: a credit transaction that the person began. */
export const PERMISSIBLE_PURPOSE = "creditTransaction";
