import { Link } from "@remix-run/react";
import { ArrowRight } from "lucide-react";
import { useVehicleWords } from "./page-words";
import { ResultGrid } from "./result-grid";
import type { Similar } from "./vehicle-page";

/** The nearest cars that are for sale, each saying how it differs. */
export function SimilarSection({ similar }: { similar: Similar }) {
  const words = useVehicleWords();
  if (similar.cards.length === 0) return null;
  return (
    <section aria-labelledby="similar" className="mt-8 max-sm:px-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-3">
        <div className="flex flex-wrap items-baseline gap-x-3">
          <h2 id="similar" className="text-20">
            {words.similar}
          </h2>
          <p className="text-13 text-ink-3">{words.similarNote}</p>
        </div>
        <Link to={similar.all.to} className="link touch-target flex items-center gap-1 text-13">
          {similar.all.name}
          <ArrowRight aria-hidden className="size-4" strokeWidth={1.75} />
        </Link>
      </div>
      <ResultGrid cards={similar.cards} wide />
    </section>
  );
}
