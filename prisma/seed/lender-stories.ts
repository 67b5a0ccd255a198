import { type DealStory, me, named, livesAt, maya, walt, noTrade, terms, funding } from "./story-steps";

/** Deals of which lenders have heard: answers to choose from, and contracts on their way to their money. */
export const lenderStories: readonly DealStory[] = [
  {
    key: "imani",
    vehicle: { condition: "new", body: "crossover" },
    lenders: true,
    steps: [
      named("Imani", "Castellane"),
      livesAt("19 Weir Street"),
      maya,
      noTrade,
      terms(72, 2_000),
      walt,
      me({
        do: "apply",
        applicant: {
          governmentNumber: "900417309",
          monthlyIncome: "6400",
          employer: "Lakeside Canning",
          jobTitle: "Shift lead",
        },
      }),
      ["Walt", { do: "askLenders", lenders: ["alder", "birch", "cedar"] }],
    ],
  },
  {
    key: "petra",
    vehicle: { condition: "new", body: "sedan" },
    lenders: true,
    steps: funding(
      ["Petra", "Lindenau", "5 Mill Race"],
      {
        governmentNumber: "900428745",
        monthlyIncome: "11200",
        employer: "Harbor Pilots",
        jobTitle: "Dispatcher",
      },
      ["alder", "Alder Grove Bank"],
      { state: "submitted", reason: "" },
    ),
  },
  {
    key: "osei",
    vehicle: { condition: "new", body: "suv" },
    lenders: true,
    steps: funding(
      ["Osei", "Tamarind", "230 Kiln Road"],
      {
        governmentNumber: "900438454",
        monthlyIncome: "12800",
        employer: "Quarry Optics",
        jobTitle: "Lens grinder",
      },
      ["alder", "Alder Grove Bank"],
      { state: "held", reason: "Insurance card names the wrong lienholder" },
    ),
  },
];
