import type { PlainDate } from "#machines/money/plain-date";
import type { StockVehicle } from "./stock-vehicle.server";
import type { Fact } from "./vehicle-sheets";
import { warrantyRows } from "./vehicle-sheets.server";
import type { Writer } from "./writer.server";

function economyFact({ facts: { economy } }: StockVehicle, { t }: Writer): Fact | null {
  switch (economy.kind) {
    case "electric":
      return {
        icon: "charge",
        title: t("facts.range", { count: economy.rangeMiles }),
        note: t("facts.rangeNote", { kwh: economy.batteryKwh }),
      };
    case "plugIn":
      return {
        icon: "charge",
        title: t("facts.plugIn", { count: economy.electricRangeMiles }),
        note: t("facts.plugInNote", { mpg: economy.combined }),
      };
    case "unknown":
      return null;
    case "fuel":
      return {
        icon: "fuel",
        title: t("facts.mpg", { city: economy.city, highway: economy.highway }),
        note: t("facts.mpgNote"),
      };
  }
}

function recallFact({ facts: { recalls } }: StockVehicle, today: PlainDate, { t, date }: Writer): Fact | null {
  const count = recalls.open.length;
  if (recalls.checkedOn === null) return null;
  return {
    icon: count > 0 ? "recall" : "clear",
    title: count > 0 ? t("facts.recalls", { count }) : t("facts.noRecalls"),
    note:
      recalls.checkedOn === today ? t("facts.checkedToday") : t("facts.checkedOn", { date: date(recalls.checkedOn) }),
    to: "#history",
  };
}

export const lookersNote = (lookers: number, { t }: Writer) =>
  lookers > 0 ? t("facts.looking", { count: lookers }) : t("facts.nobodyLooking");

const known = (fact: Fact | null): Fact[] => (fact ? [fact] : []);

/** What stands behind the car on paper: its inspection, or a new one's sticker. */
function paperFact({ facts: { history, windowSticker } }: StockVehicle, { t, date }: Writer): Fact | null {
  if (history) {
    return {
      icon: "inspection",
      title: t("facts.inspection", { count: history.inspectionPoints }),
      note: t("facts.inspectionNote", { date: date(history.inspectedOn) }),
      to: "#history",
    };
  }
  return windowSticker
    ? { icon: "sticker", title: t("facts.sticker"), note: t("facts.stickerNote"), to: "#sticker" }
    : null;
}

/** Up to eight answers, of those that are known: what a buyer asks before anything else. Who else is looking changes by the second and is added later. */
export function factList(vehicle: StockVehicle, days: { today: PlainDate; live: number }, writer: Writer): Fact[] {
  const { t, words, locale } = writer;
  const { facts } = vehicle;
  const { history } = facts;
  const [warranty] = warrantyRows(vehicle, writer);
  return [
    {
      icon: "miles",
      title: t("facts.miles", { count: vehicle.mileage }),
      note: history
        ? t("facts.owners", { count: history.owners })
        : vehicle.condition === "new"
          ? t("facts.neverTitled")
          : "",
    },
    ...known(economyFact(vehicle, writer)),
    {
      icon: "drive",
      title: words(`drivetrain.${vehicle.drivetrain}`),
      note:
        facts.powerHp === null
          ? facts.engine[locale]
          : t("facts.power", { engine: facts.engine[locale], hp: facts.powerHp }),
    },
    {
      icon: "seats",
      title: t("facts.seats", { count: facts.seats }),
      note: facts.rearLegroomInches === null ? "" : t("facts.legroom", { inches: facts.rearLegroomInches }),
    },
    ...known(recallFact(vehicle, days.today, writer)),
    { icon: "days", title: t("facts.days", { count: days.live }), note: "" },
    ...known(paperFact(vehicle, writer)),
    warranty
      ? { icon: "warranty", title: warranty[1], note: warranty[0] }
      : { icon: "warranty", title: t("warranty.asIs"), note: t("warranty.asIsNote") },
  ];
}
