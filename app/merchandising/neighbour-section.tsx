import { Link } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { ResultGrid } from "./result-grid";
import type { PaymentNeighbours } from "./vehicle-page";

/** Other cars at this payment, each saying by how much it differs. */
export function NeighbourSection({ neighbours }: { neighbours: PaymentNeighbours }) {
  return (
    <section aria-labelledby="at-this-payment" className="mt-8 max-sm:px-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-3">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id="at-this-payment" className="text-20">
            {neighbours.title}
          </h2>
          <p className="text-13 text-ink-3">{neighbours.note}</p>
        </div>
        <Link to={neighbours.all.to} className="link touch-target flex items-center gap-1 text-13">
          {neighbours.all.name}
          <ArrowRight aria-hidden className="size-4" strokeWidth={1.75} />
        </Link>
      </div>
      <ResultGrid cards={neighbours.cards} wide />
    </section>
  );
}
