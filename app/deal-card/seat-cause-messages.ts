import { defineMessages } from "#app/ui/define-messages";

const whoEn = "{seat, select, coBuyer { as co-buyer} other {}}";
const scopeEn = "{scope, select, view {look on} ownData {state their own particulars} other {work on the deal}}";
const partyEn =
  "{party, select, customer {the customer} salesperson {sales} desk {the desk} financeManager {the finance office} other {the lender}}";
const whoFr = "{seat, select, coBuyer { comme coacheteur} other {}}";
const scopeFr = "{scope, select, view {regarder} ownData {donner ses renseignements} other {travailler à l’entente}}";
const partyFr =
  "{party, select, customer {du client} salesperson {des ventes} desk {du bureau} financeManager {du financement} other {du prêteur}}";

/** Seats, screens and promised times as sentences of the history; part of `changeMessages`. */
export const seatCauseMessages = defineMessages({
  en: {
    seat: {
      invited: `{who} invited {name}${whoEn}.`,
      taken: `{name} sat down at the deal${whoEn}.`,
      scopeChanged: `{who} let {name} ${scopeEn}.`,
      ended: "{who} ended {name}’s seat.",
    },
    coBuyer: {
      identified: "{who} said who the co-buyer is.",
      addressStated: "{who} gave the co-buyer’s address.",
    },
    wait: { promised: `{who} promised the next step of ${partyEn} by {time}.` },
    showroom: {
      opened: "{who} {screen, select, handOver {handed over the screen} other {paired a tablet}}.",
      closed: "The store’s screen was taken back.",
      timeSpent: "{minutes, plural, one {# minute was} other {# minutes were}} spent at the store’s screen.",
    },
    imported: "This deal came from {store}.",
  },
  fr: {
    seat: {
      invited: `{you, select, yes {Vous avez} other {{who} a}} invité {name}${whoFr}.`,
      taken: `{name} a pris place à l’entente${whoFr}.`,
      scopeChanged: `{you, select, yes {Vous avez} other {{who} a}} permis à {name} de ${scopeFr}.`,
      ended: "{you, select, yes {Vous avez} other {{who} a}} mis fin à la place de {name}.",
    },
    coBuyer: {
      identified: "{you, select, yes {Vous avez} other {{who} a}} dit qui est le coacheteur.",
      addressStated: "{you, select, yes {Vous avez} other {{who} a}} donné l’adresse du coacheteur.",
    },
    wait: {
      promised: `{you, select, yes {Vous avez} other {{who} a}} promis la suite ${partyFr} pour {time}.`,
    },
    showroom: {
      opened:
        "{you, select, yes {Vous avez} other {{who} a}} {screen, select, handOver {remis l’écran} other {jumelé une tablette}}.",
      closed: "L’écran de la concession a été repris.",
      timeSpent: "{minutes, plural, one {# minute passée} other {# minutes passées}} à l’écran de la concession.",
    },
    imported: "Cette entente vient de {store}.",
  },
});
