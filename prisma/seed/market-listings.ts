import { cents } from "#machines/money/cents";
import { addDays, type PlainDate } from "#machines/money/plain-date";
import { trims, type TrimKey } from "./inventory-trims";
import { lakesideId } from "./rooftop";
import { spread } from "./spread";

/** The model years the invented market has cars of, and how many of each trim and year. */
const FIRST_YEAR = 2014;
const LAST_YEAR = 2025;
const CARS_A_YEAR = 2;
/** No maker had an electric car before this year. */
const FIRST_ELECTRIC_YEAR = 2021;
/** Only sold in small numbers: too few are about for anybody to say what one brings. */
const rare: ReadonlySet<TrimKey> = new Set<TrimKey>(["orrin", "lyra", "finch", "wren", "mesaDiesel", "mesaRanch"]);
const RARE_EVERY = 4;

const STICKER_YEAR = 2026;
/** What is left of a sticker after the first year, and of that after each year more. */
const FIRST_YEAR_KEPT = 0.76;
const LATER_YEAR_KEPT = 0.885;
const MILES_A_YEAR = 12_000;
/** Share of the price that a hundred thousand miles over the usual take away. */
const MILEAGE_SHARE = 0.35;
const SEEN_DAYS = 150;

/**
 * An invented market: what other stores ask and got for cars of the demo's makers. Prices fall with age and miles as such
 * cars' do, and lie some percent either side of it, as prices do.
 */
export function marketListings(today: PlainDate) {
  return (Object.keys(trims) as TrimKey[]).flatMap((key) => {
    const { make, model, trim, body, fuel, drivetrain, msrp } = trims[key];
    const first = fuel === "electric" ? FIRST_ELECTRIC_YEAR : FIRST_YEAR;
    const years = Array.from({ length: LAST_YEAR - first + 1 }, (_, index) => first + index).filter(
      (year) => !rare.has(key) || year % RARE_EVERY === 0,
    );
    return years.flatMap((year) =>
      Array.from({ length: rare.has(key) ? 1 : CARS_A_YEAR }, (_, copy) => {
        const id = `market-${key}-${year}-${copy}`;
        const age = STICKER_YEAR - year;
        const mileage = age * MILES_A_YEAR + spread(id, "miles", -age * 2_500, age * 3_500);
        const byAge = msrp * FIRST_YEAR_KEPT * LATER_YEAR_KEPT ** (age - 1);
        const byMiles = (1 - MILEAGE_SHARE) ** ((mileage - age * MILES_A_YEAR) / 100_000);
        const price = Math.round((byAge * byMiles * (100 + spread(id, "price", -8, 8))) / 100 / 50) * 50;
        return {
          id,
          rooftopId: lakesideId,
          source: "Demo market file",
          sold: spread(id, "sold", 0, 2) === 0,
          year,
          make,
          model,
          trim,
          body,
          fuel,
          drivetrain,
          mileage,
          price: cents(price * 100),
          seenOn: new Date(`${addDays(today, -spread(id, "seen", 1, SEEN_DAYS))}T00:00:00.000Z`),
        };
      }),
    );
  });
}
