import { CatalogueSection, Specimen } from "#app/ui/catalogue/catalogue-section";

const grounds = ["ground", "surface", "sunken", "line", "line-2", "control", "ink-3", "ink-2", "ink"];
const accents = [
  "accent-50",
  "accent-100",
  "accent-200",
  "accent-300",
  "accent-500",
  "accent-600",
  "accent-700",
  "accent-800",
];
const meanings = ["pos", "pos-ground", "warn", "warn-mark", "warn-ground", "neg", "neg-mark", "neg-ground"];
const people = ["who-1", "who-2", "who-3", "staff-50", "staff-200", "staff-500", "staff-600", "staff-ink", "staff-900"];

const sizes = [
  ["text-12", "12/16 labels, hints"],
  ["text-13", "13/18 reasons"],
  ["text-14", "14/20 body"],
  ["text-16", "16/22 grid figures"],
  ["text-18", "18/26"],
  ["text-20 font-semibold", "20/28 panel titles"],
  ["text-24 font-semibold", "24/30 vehicle name"],
  ["text-28 font-semibold", "28/32 total price"],
  ["text-38 font-figure", "38/46 the payment"],
] as const;

function Swatches({ names }: { names: readonly string[] }) {
  return (
    <div className="flex flex-wrap gap-2">
      {names.map((name) => (
        <span key={name} className="w-20 text-12 text-ink-3">
          <span className="mb-1 block h-10 rounded-cell border border-line" style={{ background: `var(--${name})` }} />
          {name}
        </span>
      ))}
    </div>
  );
}

export function FoundationSection() {
  return (
    <CatalogueSection
      title="Foundation"
      note="Neutrals carry the page, one accent carries intent, plum is for staff only."
    >
      <Specimen name="Neutrals">
        <Swatches names={grounds} />
      </Specimen>
      <Specimen name="Accent">
        <Swatches names={accents} />
      </Specimen>
      <Specimen name="Meaning">
        <Swatches names={meanings} />
      </Specimen>
      <Specimen name="People and staff">
        <Swatches names={people} />
      </Specimen>
      <Specimen name="Type" className="flex-col items-start! gap-1!">
        {sizes.map(([size, label]) => (
          <span key={size} className={size}>
            {label}
          </span>
        ))}
      </Specimen>
    </CatalogueSection>
  );
}
