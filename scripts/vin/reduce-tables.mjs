// Reduces NHTSA's vPIC tables to what a store decodes: light vehicles, and the facts a vehicle's page can use.
//
// The result is one file: four bytes of length, a JSON head, and after it a text block per VIN schema. A line of a block is
// `<pattern>\t<element>:<text>,…`, oldest first; texts are numbers in the head's list. The reader is app/vin/vin-tables.server.ts.
import { SqliteFile } from "./read-sqlite.mjs";

/** Passenger car, truck, multi-purpose vehicle, incomplete vehicle (a van's chassis). */
const LIGHT = new Set([2, 3, 7, 10]);

/** vPIC's element number, our name, and the table its attribute names, where it is not the text itself. */
const ELEMENTS = [
  [28, "model", null],
  [34, "series", null],
  [38, "trim", null],
  [5, "body", "BodyStyle"],
  [14, "doors", null],
  [24, "fuel", "FuelType"],
  [66, "fuelSecondary", "FuelType"],
  [126, "electrification", "ElectrificationLevel"],
  [9, "cylinders", null],
  [13, "litres", null],
  [12, "cubicInches", null],
  [11, "cubicCentimetres", null],
  [18, "engineModel", null],
  [71, "powerHp", null],
  [15, "drive", "DriveType"],
  [37, "transmission", "Transmission"],
  [63, "gears", null],
  [33, "seats", null],
  [25, "grossWeight", "GrossVehicleWeightRating"],
  [4, "cab", "BodyCab"],
  [3, "bed", "BedType"],
  [31, "plantCity", null],
  [75, "plantCountry", "Country"],
];

class Texts {
  list = [];
  known = new Map();
  of(text) {
    const place = this.known.get(text);
    if (place !== undefined) return place;
    this.list.push(text);
    this.known.set(text, this.list.length - 1);
    return this.list.length - 1;
  }
}

const namesOf = (file, table) => new Map([...file.rows(table)].map(({ Id, Name }) => [Id, Name]));

function makers(file, makes, countries) {
  const makesOfWmi = new Map();
  for (const { WmiId, MakeId } of file.rows("Wmi_Make")) {
    makesOfWmi.set(WmiId, [...(makesOfWmi.get(WmiId) ?? []), makes.get(MakeId)]);
  }
  const manufacturers = namesOf(file, "Manufacturer");
  const byId = new Map();
  for (const row of file.rows("Wmi")) {
    byId.set(row.Id, {
      wmi: row.Wmi,
      makes: [...new Set([...(makesOfWmi.get(row.Id) ?? []), makes.get(row.MakeId)].filter(Boolean))],
      manufacturer: manufacturers.get(row.ManufacturerId) ?? "",
      country: countries.get(row.CountryId) ?? "",
      type: row.VehicleTypeId,
      schemas: [],
    });
  }
  for (const { WmiId, VinSchemaId, YearFrom, YearTo } of file.rows("Wmi_VinSchema")) {
    const maker = byId.get(WmiId);
    // Of a maker of buses or trailers only the name is kept: a typed number then says whose it is.
    if (maker && (maker.type === null || LIGHT.has(maker.type))) {
      maker.schemas.push([VinSchemaId, YearFrom, YearTo ?? 9999]);
    }
  }
  return byId;
}

/** An attribute as its words: a table's name for it, or for a model the make it belongs to and its own name. */
function attributeReader(file, makes) {
  const tables = new Map(ELEMENTS.flatMap(([, , table]) => (table ? [[table, namesOf(file, table)]] : [])));
  const models = namesOf(file, "Model");
  const owner = new Map([...file.rows("Make_Model")].map(({ ModelId, MakeId }) => [ModelId, makes.get(MakeId)]));
  const engines = namesOf(file, "EngineModel");
  const byElement = new Map(ELEMENTS.map(([id, , table]) => [id, table]));
  return (element, attribute) => {
    if (!byElement.has(element)) return null;
    if (element === 28) {
      const id = Number(attribute);
      return models.has(id) ? `${owner.get(id) ?? ""}\u001f${models.get(id)}` : null;
    }
    if (element === 18) return engines.get(Number(attribute)) ?? String(attribute);
    const table = byElement.get(element);
    const text = table ? (tables.get(table).get(Number(attribute)) ?? null) : String(attribute);
    return text === "" || text === "Not Applicable" ? null : text;
  };
}

function schemaBlocks(file, kept, read, texts) {
  const lines = new Map();
  for (const { Id, VinSchemaId, Keys, ElementId, AttributeId, CreatedOn, UpdatedOn } of file.rows("Pattern")) {
    if (!kept.has(VinSchemaId)) continue;
    const text = read(ElementId, AttributeId);
    if (text === null) continue;
    const ofSchema = lines.get(VinSchemaId) ?? new Map();
    lines.set(VinSchemaId, ofSchema);
    const day = String(UpdatedOn ?? CreatedOn ?? "").slice(0, 10);
    const key = `${Keys}\t${day}`;
    const line = ofSchema.get(key) ?? { keys: Keys, day, id: Id, facts: [] };
    ofSchema.set(key, line);
    line.facts.push(`${ElementId}:${texts.of(text).toString(36)}`);
  }
  return new Map(
    [...lines].map(([schema, ofSchema]) => [
      schema,
      [...ofSchema.values()]
        .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : a.id - b.id))
        .map(({ keys, facts }) => `${keys}\t${facts.join(",")}`)
        .join("\n"),
    ]),
  );
}

/** What an engine's name says beyond itself: cylinders, fuel, litres. */
function engineFacts(file, read, texts) {
  const engines = namesOf(file, "EngineModel");
  const facts = {};
  for (const { EngineModelId, ElementId, AttributeId } of file.rows("EngineModelPattern")) {
    const text = read(ElementId, AttributeId);
    const engine = engines.get(EngineModelId);
    if (text !== null && engine !== undefined) (facts[engine] ??= {})[ElementId] = texts.of(text);
  }
  return facts;
}

/** @param {Buffer} database the unpacked SQLite file @param {string} snapshot where it is from @returns {Buffer} */
export function reduceTables(database, snapshot) {
  const file = new SqliteFile(database);
  const makes = namesOf(file, "Make");
  const texts = new Texts();
  const wmis = makers(file, makes, namesOf(file, "Country"));
  const read = attributeReader(file, makes);
  const kept = new Set([...wmis.values()].flatMap(({ schemas }) => schemas.map(([id]) => id)));
  const blocks = schemaBlocks(file, kept, read, texts);
  const engines = engineFacts(file, read, texts);
  const places = {};
  const parts = [];
  let at = 0;
  for (const [schema, text] of blocks) {
    const bytes = Buffer.from(text, "utf8");
    places[schema] = [at, bytes.length];
    parts.push(bytes);
    at += bytes.length;
  }
  const head = Buffer.from(
    JSON.stringify({
      version: 1,
      snapshot,
      elements: Object.fromEntries(ELEMENTS.map(([id, name]) => [id, name])),
      texts: texts.list,
      engines,
      schemas: places,
      wmis: [...wmis.values()].map(({ wmi, makes: names, manufacturer, country, type, schemas }) => [
        wmi,
        names,
        manufacturer,
        country,
        type,
        schemas.filter(([id]) => places[id]),
      ]),
    }),
    "utf8",
  );
  const length = Buffer.alloc(4);
  length.writeUInt32BE(head.length);
  return Buffer.concat([length, head, ...parts]);
}
