/** Where the taxes stand on the card, for a link that leads to them. */
export const CARD_TAXES = "card-taxes";
