import { Link } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useVehicleWords } from "./page-words";
import { ResultGrid } from "./result-grid";
import type { PaymentNeighbours, Similar } from "./vehicle-page";

/** A row of other cars below a car, each saying how it differs, and the way to all of them. */
function OtherCars({ id, title, note, all, cards }: PaymentNeighbours & { id: string }) {
  return (
    <section aria-labelledby={id} className="mt-8 max-sm:px-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-3">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id={id} className="text-20">
            {title}
          </h2>
          <p className="text-13 text-ink-3">{note}</p>
        </div>
        <Link to={all.to} className="link touch-target flex items-center gap-1 text-13">
          {all.name}
          <ArrowRight aria-hidden className="size-4" strokeWidth={1.75} />
        </Link>
      </div>
      <ResultGrid cards={cards} wide />
    </section>
  );
}

/** Other cars at this payment. */
export const CarsAtThisPayment = ({ neighbours }: { neighbours: PaymentNeighbours }) => (
  <OtherCars id="at-this-payment" {...neighbours} />
);

/** The nearest cars that are for sale. */
export function SimilarCars({ similar }: { similar: Similar }) {
  const words = useVehicleWords();
  if (similar.cards.length === 0) return null;
  return <OtherCars id="similar" title={words.similar} note={words.similarNote} {...similar} />;
}
