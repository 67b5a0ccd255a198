import { Link } from "@remix-run/react";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { useFormat } from "#app/ui/use-format";
import { BarChart } from "./bar-chart";
import { BehindChart, HowCounted } from "./behind-chart";
import { figuresMessages } from "./figures-messages";
import type { MeasuredCar } from "./measured-cars.server";
import type { MerchandisingFigures } from "./merchandising-figures.server";

const MOST_BARS = 8;

/** Every car with what shoppers did on its page and what came of it; the most looked at first. */
export function CarsSection({ figures: { cars, seesCost } }: { figures: MerchandisingFigures }) {
  const t = useMessages(figuresMessages);
  const { number } = useFormat();
  const seen = cars.filter(({ views }) => views > 0).slice(0, MOST_BARS);
  const counts = ["views", "clicks", "seconds", "leads", "drives", "deals", "daysOnSale"] as const;
  return (
    <Sheet className="min-w-0 xl:col-span-2">
      <SheetHead title={t("cars")} hint={t("carsHint")} className="mb-3" />
      {seen.length > 0 ? (
        <BarChart
          bars={seen.map(({ name, stockNumber, views }) => ({
            id: stockNumber,
            name: [name.split(" ")[2], stockNumber].filter(Boolean).join(" "),
            value: views,
            label: number(views),
          }))}
        />
      ) : (
        <p className="text-14 text-ink-2">{t("noViews")}</p>
      )}
      <BehindChart>
        <Table
          caption={t("cars")}
          className="max-h-120"
          head={
            <>
              <HeadCell>{t("vehicle")}</HeadCell>
              {counts.map((name) => (
                <HeadCell key={name} number>
                  {t(`columns.${name}`)}
                </HeadCell>
              ))}
              {seesCost ? <HeadCell number>{t("columns.gross")}</HeadCell> : null}
              {seesCost ? <HeadCell number>{t("columns.holding")}</HeadCell> : null}
            </>
          }
        >
          {cars.map((car) => (
            <CarRow key={car.stockNumber} car={car} seesCost={seesCost} />
          ))}
        </Table>
      </BehindChart>
      <HowCounted>{t("howCars")}</HowCounted>
    </Sheet>
  );
}

function CarRow({ car, seesCost }: { car: MeasuredCar; seesCost: boolean }) {
  const { money, number } = useFormat();
  const amount = (cents: number | null) => (cents === null ? "–" : money(cents));
  return (
    <TableRow>
      <Cell head>
        <Link to={`/merchandising/${car.stockNumber}`} className="underline underline-offset-4">
          {car.stockNumber}
        </Link>{" "}
        <span className="text-ink-3">{car.name}</span>
      </Cell>
      <Cell number>{number(car.views)}</Cell>
      <Cell number>{number(car.galleryClicks)}</Cell>
      <Cell number>{car.views > 0 ? number(car.sessionSeconds / car.views, 0) : "–"}</Cell>
      <Cell number>{number(car.leads)}</Cell>
      <Cell number>{number(car.drives)}</Cell>
      <Cell number>{number(car.deals)}</Cell>
      <Cell number>{car.daysOnSale === null ? "–" : number(car.daysOnSale, 0)}</Cell>
      {seesCost ? (
        <Cell number className="bg-staff-50 text-staff-ink">
          {amount(car.gross)}
        </Cell>
      ) : null}
      {seesCost ? (
        <Cell number className="bg-staff-50 text-staff-ink">
          {amount(car.holding)}
        </Cell>
      ) : null}
    </TableRow>
  );
}
