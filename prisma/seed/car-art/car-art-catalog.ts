/**
 * What the demo stock's pictures are: bodies, colours, angles, their words and
 * their addresses. Safe for the browser: it draws nothing and reads no file.
 */

export const carBodies = ["suv", "sedan", "hatch", "pickup", "van", "crossover"] as const;
export type CarBody = (typeof carBodies)[number];

export const carColours = ["lake", "pearl", "graphite", "ember", "sage", "sand", "silver", "night"] as const;
export type CarColour = (typeof carColours)[number];

/** In the order a gallery shows them. */
export const carAngles = ["side", "front", "rear", "cabin", "wheel", "lamp", "tail", "lot"] as const;
export type CarAngle = (typeof carAngles)[number];

export const carInteriors = ["dark", "sand"] as const;
export type CarInterior = (typeof carInteriors)[number];

/** Bodies that share a dashboard share one cabin picture. */
export const cabinKinds = ["classic", "truck", "electric"] as const;
export type CabinKind = (typeof cabinKinds)[number];

export const cabinKindOf: Record<CarBody, CabinKind> = {
  suv: "classic",
  sedan: "classic",
  hatch: "classic",
  van: "truck",
  pickup: "truck",
  crossover: "electric",
};

export type CarArtLanguage = "en" | "fr";
type Words = Record<CarArtLanguage, string>;

export const carBodyNames: Record<CarBody, Words> = {
  suv: { en: "SUV", fr: "VUS" },
  sedan: { en: "sedan", fr: "berline" },
  hatch: { en: "hatchback", fr: "voiture à hayon" },
  pickup: { en: "pickup truck", fr: "camionnette" },
  van: { en: "minivan", fr: "fourgonnette" },
  crossover: { en: "electric crossover", fr: "multisegment électrique" },
};

/** The display name, and the hex a swatch shows. */
export const carColourNames: Record<CarColour, Words & { swatch: string }> = {
  lake: { en: "Lake blue", fr: "Bleu lac", swatch: "#1f7297" },
  pearl: { en: "Pearl white", fr: "Blanc nacré", swatch: "#eef0f2" },
  graphite: { en: "Graphite grey", fr: "Gris graphite", swatch: "#50565d" },
  ember: { en: "Ember red", fr: "Rouge braise", swatch: "#c5432a" },
  sage: { en: "Sage green", fr: "Vert sauge", swatch: "#88a37d" },
  sand: { en: "Sand beige", fr: "Beige sable", swatch: "#cfbb95" },
  silver: { en: "Silver", fr: "Argent", swatch: "#c2c8ce" },
  night: { en: "Night blue", fr: "Bleu nuit", swatch: "#2b3a59" },
};

export const carInteriorNames: Record<CarInterior, Words & { swatch: string }> = {
  dark: { en: "Dark interior", fr: "Intérieur foncé", swatch: "#2b2f33" },
  sand: { en: "Sand interior", fr: "Intérieur sable", swatch: "#c9ad86" },
};

const angleNames: Record<CarAngle, Words> = {
  side: { en: "Side view", fr: "Vue de côté" },
  lot: { en: "Side view on the lot", fr: "Vue de côté sur le terrain" },
  front: { en: "Front view", fr: "Vue avant" },
  rear: { en: "Rear view", fr: "Vue arrière" },
  cabin: { en: "Dashboard", fr: "Tableau de bord" },
  wheel: { en: "Front wheel", fr: "Roue avant" },
  lamp: { en: "Headlamp", fr: "Phare avant" },
  tail: { en: "Tail lamp", fr: "Feu arrière" },
};

/** The pictures that exist. Another pair of body and colour has none. */
export const carArtColours = {
  suv: ["lake", "pearl", "graphite", "night", "ember", "sage"],
  sedan: ["silver", "night", "lake", "ember", "pearl"],
  hatch: ["ember", "sage", "sand", "lake"],
  pickup: ["pearl", "graphite", "ember", "lake"],
  van: ["silver", "pearl", "sand"],
  crossover: ["lake", "sage", "pearl", "night"],
} as const satisfies Record<CarBody, readonly CarColour[]>;

export const carArtWidths = [1600, 640] as const;
export type CarArtWidth = (typeof carArtWidths)[number];

export const carArtFormats = ["avif", "webp"] as const;
export type CarArtFormat = (typeof carArtFormats)[number];

/** Every picture is 16:10, so a page can keep its place before it arrives. */
export const carArtHeight = (width: CarArtWidth) => (width * 10) / 16;

export type CarPicture = { body: CarBody; colour: CarColour; angle: CarAngle; interior?: CarInterior };

export const hasCarArt = (body: CarBody, colour: CarColour) =>
  (carArtColours[body] as readonly CarColour[]).includes(colour);

/** "Side view, lake blue SUV, illustration": every picture says that it is one. */
export function carArtAlt({ body, colour, angle, interior = "dark" }: CarPicture, language: CarArtLanguage = "en") {
  const angleName = angleNames[angle][language];
  const bodyName = carBodyNames[body][language];
  // The colour of the paint cannot be seen from the seat; the colour of the seat can.
  const colourName = (angle === "cabin" ? carInteriorNames[interior] : carColourNames[colour])[language].toLowerCase();
  return language === "en"
    ? angle === "cabin"
      ? `${angleName}, ${colourName}, ${bodyName}, illustration`
      : `${angleName}, ${colourName} ${bodyName}, illustration`
    : `${angleName}, ${bodyName}, ${colourName}, illustration`;
}

/** The folder that holds one picture's files, under the site's root. A cabin belongs to its dashboard, not to a paint. */
export function carArtFolder({ body, colour, angle, interior = "dark" }: CarPicture) {
  return angle === "cabin" ? `/vehicles/cabin-${interior}-${cabinKindOf[body]}` : `/vehicles/${body}-${colour}`;
}

export const carArtUrl = (picture: CarPicture, width: CarArtWidth, format: CarArtFormat) =>
  `${carArtFolder(picture)}/${picture.angle}-${width}.${format}`;

/** Every file of one picture, largest first; AVIF before WebP, as a picture element wants its sources. */
export const carArtFiles = (picture: CarPicture) =>
  carArtWidths.flatMap((width) =>
    carArtFormats.map((format) => ({ width, format, url: carArtUrl(picture, width, format) })),
  );

/** The pictures of one car, in gallery order. */
export const carGallery = (body: CarBody, colour: CarColour, interior: CarInterior = "dark"): CarPicture[] =>
  carAngles.map((angle) => ({ body, colour, angle, interior }));

/** Every picture to be drawn, each once. */
export function allCarPictures(): CarPicture[] {
  const painted = carBodies.flatMap((body) =>
    carArtColours[body].flatMap((colour) =>
      carAngles.filter((angle) => angle !== "cabin").map((angle): CarPicture => ({ body, colour, angle })),
    ),
  );
  const cabins = cabinKinds.flatMap((kind) => {
    const body = carBodies.find((each) => cabinKindOf[each] === kind);
    return body === undefined
      ? []
      : carInteriors.map((interior): CarPicture => ({
          body,
          colour: carArtColours[body][0],
          angle: "cabin",
          interior,
        }));
  });
  return [...painted, ...cabins];
}
