import { defineMessages } from "#app/ui/define-messages";

/** What kinds of vehicles are called, alone and in the plural. */
export const vehicleWords = defineMessages({
  en: {
    evidence: "What stands behind these words",
    body: { suv: "SUV", sedan: "Sedan", hatch: "Hatchback", pickup: "Pickup", van: "Minivan", crossover: "Crossover" },
    bodies: {
      suv: "SUVs",
      sedan: "Sedans",
      hatch: "Hatchbacks",
      pickup: "Pickups",
      van: "Minivans",
      crossover: "Crossovers",
    },
    fuel: { gasoline: "Gas", hybrid: "Hybrid", pluginHybrid: "Plug-in hybrid", electric: "Electric", diesel: "Diesel" },
    condition: { new: "New", certified: "Certified", used: "Used" },
    drivetrain: {
      fwd: "Front-wheel drive",
      rwd: "Rear-wheel drive",
      awd: "All-wheel drive",
      "4wd": "Four-wheel drive",
    },
    drive: { fwd: "FWD", rwd: "RWD", awd: "AWD", "4wd": "4×4" },
  },
  fr: {
    evidence: "Ce qui appuie ces mots",
    body: {
      suv: "VUS",
      sedan: "Berline",
      hatch: "À hayon",
      pickup: "Camionnette",
      van: "Fourgonnette",
      crossover: "Multisegment",
    },
    bodies: {
      suv: "VUS",
      sedan: "Berlines",
      hatch: "À hayon",
      pickup: "Camionnettes",
      van: "Fourgonnettes",
      crossover: "Multisegments",
    },
    fuel: {
      gasoline: "Essence",
      hybrid: "Hybride",
      pluginHybrid: "Hybride rechargeable",
      electric: "Électrique",
      diesel: "Diesel",
    },
    condition: { new: "Neuf", certified: "Certifié", used: "Occasion" },
    drivetrain: {
      fwd: "Traction avant",
      rwd: "Propulsion",
      awd: "Transmission intégrale",
      "4wd": "Quatre roues motrices",
    },
    drive: { fwd: "traction avant", rwd: "propulsion", awd: "intégrale", "4wd": "4×4" },
  },
});
