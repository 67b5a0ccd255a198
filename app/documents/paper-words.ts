import { defineMessages } from "#app/ui/define-messages";

/** What a sheet of paper says by itself: on its edge, across it, and on the page for what had no room. */
export const paperWords = defineMessages({
  en: {
    draft: "DRAFT",
    continued: "{title}, continued",
    page: "Page {page, number} of {pages, number}",
    see: "See addendum, item {item, number}",
    addendum: "Addendum",
    addendumLead: "Part of: {title}. What had no room in its place stands here whole.",
    squares: "Letters that print as a square, by their Unicode numbers",
  },
  fr: {
    draft: "PROJET",
    continued: "{title}, suite",
    page: "Page {page, number} de {pages, number}",
    see: "Voir l’annexe, point {item, number}",
    addendum: "Annexe",
    addendumLead: "Fait partie de : {title}. Ce qui n’avait pas assez de place figure ici en entier.",
    squares: "Lettres imprimées comme un carré, par leur numéro Unicode",
  },
});
