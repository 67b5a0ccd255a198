import type { Finding } from "./claim-rule";
import type { VehicleGrounds } from "./vehicle-grounds";

/** Names that mean one maker's car and nothing else. Words that are also English or French are left to a person's eye. */
const makes =
  "Acura|Alfa Romeo|Aston Martin|Audi|Bentley|BMW|Buick|Cadillac|Chevrolet|Chevy|Chrysler|Citroën|Corvane|Dacia|Dodge|Ellery|Ferrari|Fiat|Ford|Genesis|GMC|Halden|Honda|Hyundai|Infiniti|Jaguar|Jeep|Kia|Lamborghini|Land Rover|Lexus|Lincoln|Lotus|Maserati|Mazda|McLaren|Mercedes|Mercedes-Benz|Mitsubishi|Nissan|Norden|Opel|Peugeot|Polestar|Pontiac|Porsche|Renault|Rivian|Rolls-Royce|Saab|Saturn|Škoda|Skoda|Subaru|Suzuki|Tarrant|Tesla|Toyota|Volkswagen|VW|Volvo";
const models =
  "4Runner|Accord|Altima|Astra|Blazer|Camaro|Camry|Cayenne|Cherokee|Civic|Clio|Corolla|Corsa|Corvette|CR-V|CX-5|CX-9|Durango|Elantra|Equinox|Escalade|Explorer|F-150|F-250|F-350|Fiesta|GTI|Highlander|HR-V|Ioniq|Jetta|Kona|Leaf|Malibu|Mégane|Model 3|Model S|Model X|Model Y|Mustang|MX-5|Odyssey|Outback|Passat|Pathfinder|Prius|RAV4|Rogue|Sentra|Sequoia|Sienna|Sierra|Silverado|Sonata|Sorento|Sportage|Tacoma|Tahoe|Tiguan|Tucson|Tundra|Wrangler|Yaris|Yukon";

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

const patternOf = (names: string) => new RegExp(`(?<![\\p{L}\\d-])(?:${names})(?![\\p{L}\\d-])`, "gu");
const makePattern = patternOf(makes);
const modelPattern = patternOf(models);
const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

const sameMake: Readonly<Record<string, string>> = { chevy: "chevrolet", vw: "volkswagen", mercedes: "mercedes-benz" };

/**
 * Names of another make, model or trim. `others` are the names of the rest of the stock, longest first; a trim is told by
 * its whole name with a capital.
 */
export function otherCarFindings(sentence: string, car: VehicleGrounds, others: readonly string[]): Finding[] {
  const own = [car.make, car.model, car.trim].flatMap((name) => (name ? [plain(name)] : []));
  const isOwn = (name: string) => {
    const said = plain(sameMake[plain(name)] ?? name);
    return own.some((known) => known === said || known.split(/[\s-]+/).includes(said) || known.includes(said));
  };
  const found = [...sentence.matchAll(makePattern), ...sentence.matchAll(modelPattern)].map(([name]) => name);
  const ofStock = others.filter((name) => name.length > 2 && !isOwn(name) && patternOf(escaped(name)).test(sentence));
  return (
    [...new Set([...found, ...ofStock])]
      // What the phone shows on the screen is no other car.
      .filter((name) => !isOwn(name))
      .map((phrase) => ({ kind: "otherCar", phrase, needs: "otherWords" }))
  );
}
