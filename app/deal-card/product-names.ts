import type { Locale } from "#app/ui/locale";
import type { FniProduct } from "#machines/store/store-policy";

type ProductKind = FniProduct["kind"];

interface ProductWords {
  name: string;
  /** What it does for this car and this use, in one sentence. */
  does: string;
}

const english: Record<ProductKind, ProductWords> = {
  vsc: { name: "Service contract", does: "Pays for covered repairs after the maker’s warranty ends." },
  gap: { name: "GAP", does: "Pays what you still owe if the car is a total loss and insurance pays less." },
  tireAndWheel: { name: "Tire and wheel", does: "Repairs or replaces tires and wheels damaged by the road." },
  maintenance: { name: "Maintenance plan", does: "Oil, filters and rotations at a price fixed today." },
  appearance: { name: "Paint and interior", does: "Covers stains, fading and small damage to paint and seats." },
  theft: { name: "Theft protection", does: "Marks the car and pays a benefit if it is stolen and not found." },
  key: { name: "Key replacement", does: "Replaces a lost or broken key fob." },
  windshield: { name: "Windshield", does: "Repairs chips and cracks without a deductible." },
  leaseWear: { name: "Lease wear", does: "Waives charges for excess wear when the lease ends." },
};

const french: Record<ProductKind, ProductWords> = {
  vsc: { name: "Contrat de service", does: "Paie les réparations couvertes après la garantie du fabricant." },
  gap: {
    name: "Assurance GAP",
    does: "Paie ce que vous devez encore si l’auto est une perte totale et que l’assurance paie moins.",
  },
  tireAndWheel: { name: "Pneus et roues", does: "Répare ou remplace pneus et roues abîmés par la route." },
  maintenance: { name: "Plan d’entretien", does: "Huile, filtres et permutations à un prix fixé aujourd’hui." },
  appearance: { name: "Peinture et intérieur", does: "Couvre taches, décoloration et petits dommages." },
  theft: {
    name: "Protection contre le vol",
    does: "Marque l’auto et verse une somme si elle est volée et introuvable.",
  },
  key: { name: "Remplacement de clé", does: "Remplace une clé perdue ou brisée." },
  windshield: { name: "Pare-brise", does: "Répare éclats et fissures sans franchise." },
  leaseWear: { name: "Usure en location", does: "Annule les frais d’usure excessive à la fin de la location." },
};

const words: Record<Locale, Record<ProductKind, ProductWords>> = { en: english, fr: french };

export const productWords = (kind: ProductKind, locale: Locale): ProductWords => words[locale][kind];

/** The name of a kind of product; a kind this page does not know keeps its own word. */
export const productName = (kind: string | undefined, locale: Locale): string =>
  kind && Object.hasOwn(words[locale], kind) ? words[locale][kind as ProductKind].name : (kind ?? "");
