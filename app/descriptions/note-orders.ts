/**
 * Words by which a text turns to a machine that reads it, in both languages. Notes are data; what gives orders in them is
 * not shown to a model at all, so that there is nothing to obey.
 */
const orders: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|overlook)\b[^.!?\n]{0,60}\b(?:instructions?|rules?|prompts?|guidelines?|facts?|above|previous|everything)\b/iu,
  /(?<!\p{L})(?:ignore[zr]?|oublie[zr]?|négligez?|outrepasse[zr]?|contourne[zr]?|passe[zr]?\s+outre)(?!\p{L})[^.!?\n]{0,60}(?<!\p{L})(?:instructions?|consignes?|directives?|règles?|faits?|tout|ci-dessus|précédentes?|précède)(?!\p{L})/iu,
  /\b(?:system|developer|assistant)\s*(?:prompt|message|role)?\s*:/iu,
  /(?<!\p{L})(?:système|développeur|assistant)\s*:/iu,
  /\byou are (?:now|an?)\b|\bact as\b|\bpretend (?:to|you)\b|\bnew instructions?\b|\bjailbreak\b/iu,
  /(?<!\p{L})(?:tu es|vous êtes) (?:maintenant|désormais|une?)(?!\p{L})|(?<!\p{L})(?:agis|agissez) comme(?!\p{L})|(?<!\p{L})nouvelles (?:instructions|consignes)(?!\p{L})/iu,
  /\b(?:write|say|reply|answer|respond|output|print|mention|include|add|append|state)\b[^.!?\n]{0,40}(?:[:"“«]|\bthat\b|\bonly\b|\binstead\b)/iu,
  /(?<!\p{L})(?:écri(?:s|vez)|di(?:s|tes)|répon(?:ds|dez)|affiche[zr]?|mentionne[zr]?|ajoute[zr]?|inscri(?:s|vez))(?!\p{L})[^.!?\n]{0,40}(?:[:"“«]|(?<!\p{L})(?:que|seulement|plutôt)(?!\p{L}))/iu,
  /<\/?\s*(?:facts|notes|system|instructions?)\b|\[\/?inst\]|```/iu,
];

/** Does a note turn to the machine that reads it? Wide on purpose: a note that is kept back costs a draft nothing. */
export function readsLikeOrders(notes: string): boolean {
  const plain = notes.normalize("NFKC").replace(/[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/g, "");
  return orders.some((pattern) => pattern.test(plain));
}
