import { defineMessages } from "#app/ui/define-messages";

/** Plain words around every public page; they travel with the page, in one language. */
export const storeMessages = defineMessages({
  en: {
    nav: "Cars",
    new: "New",
    used: "Used",
    electric: "Electric",
    all: "All cars",
    how: "How it works",
    back: "Back to the results",
    savedCount: "Saved {count}",
    hours: "Hours",
    closed: "Closed",
    visit: "Visit us",
    directions: "Directions",
    call: "Call {phone}",
    write: "Write to us",
    more: "More",
    priceRule:
      "Every price here includes our documentation fee and anything we require. Only taxes and government fees come on top.",
    demoNote: "This is a demo store. Makes, people and prices are invented, and the cars are drawn.",
    staff: "Staff sign-in",
  },
  fr: {
    nav: "Voitures",
    new: "Neufs",
    used: "Occasion",
    electric: "Électriques",
    all: "Toutes les voitures",
    how: "Comment ça marche",
    back: "Retour aux résultats",
    savedCount: "Gardés {count}",
    hours: "Heures d’ouverture",
    closed: "Fermé",
    visit: "Nous rendre visite",
    directions: "Itinéraire",
    call: "Appeler le {phone}",
    write: "Nous écrire",
    more: "À voir aussi",
    priceRule:
      "Chaque prix comprend nos frais de documentation et tout ce que nous exigeons. Seuls les taxes et les frais gouvernementaux s’ajoutent.",
    demoNote:
      "Concession de démonstration. Les marques, les personnes et les prix sont inventés, et les voitures sont dessinées.",
    staff: "Connexion du personnel",
  },
});
