import { defineMessages } from "#app/ui/define-messages";

/** The words of the menu's record and of the waiver of what was declined. */
export const productFormWords = defineMessages({
  en: {
    menu: {
      title: "Record of the product menu",
      subtitle: "Every product that was offered, and the answer to each",
      optional:
        "These products are optional. None of them is required to buy or lease the vehicle or to obtain credit, and the vehicle can be bought without them. Each answer below is the buyer’s own.",
      intent: "The answers on the product menu are mine; I know that every product on it is optional.",
      acceptIntent: "{name}: I accept it for {price}.",
      declineIntent: "{name}: I decline it.",
      initials: "Initials",
      accepted: "ACCEPTED",
      notCharged: "Accepted, not charged: of no use here",
      declined: "DECLINED",
      months: "{months, number} months",
      miles: "{miles} miles",
      ofContract: "term of the contract",
      totalWithout: "Total out the door without any product",
      paymentWithout: "Monthly payment without any product",
      inAll: "Products accepted, in all",
      totalWith: "Total out the door with them",
      paymentWith: "Monthly payment with them",
    },
    waiver: {
      title: "Waiver of optional products",
      subtitle: "What was offered and declined",
      lead: "The products below were offered and explained, and the buyer has declined them. The buyer understands that the cost of what each would have paid for is then the buyer’s own. Declining changes nothing of the price of the vehicle or the terms of credit.",
      intent: "I decline the products named on this waiver.",
    },
  },
  fr: {
    menu: {
      title: "Relevé du menu de produits",
      subtitle: "Chaque produit offert, et la réponse à chacun",
      optional:
        "Ces produits sont facultatifs. Aucun n’est exigé pour acheter ou louer le véhicule ni pour obtenir du crédit, et le véhicule peut être acheté sans eux. Chaque réponse ci-dessous est celle de l’acheteur.",
      intent: "Les réponses au menu de produits sont les miennes; je sais que tout produit y est facultatif.",
      acceptIntent: "{name} : je l’accepte pour {price}.",
      declineIntent: "{name} : je le refuse.",
      initials: "Initiales",
      accepted: "ACCEPTÉ",
      notCharged: "Accepté, non facturé : inutile ici",
      declined: "REFUSÉ",
      months: "{months, number} mois",
      miles: "{miles} milles",
      ofContract: "durée du contrat",
      totalWithout: "Total tout compris sans aucun produit",
      paymentWithout: "Paiement mensuel sans aucun produit",
      inAll: "Produits acceptés, en tout",
      totalWith: "Total tout compris avec eux",
      paymentWith: "Paiement mensuel avec eux",
    },
    waiver: {
      title: "Renonciation aux produits facultatifs",
      subtitle: "Ce qui a été offert et refusé",
      lead: "Les produits ci-dessous ont été offerts et expliqués, et l’acheteur les a refusés. L’acheteur comprend que le coût de ce que chacun aurait payé est alors le sien. Le refus ne change rien au prix du véhicule ni aux conditions du crédit.",
      intent: "Je refuse les produits nommés dans la présente renonciation.",
    },
  },
});
