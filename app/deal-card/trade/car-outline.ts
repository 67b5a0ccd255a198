import type { DamagePlace } from "#machines/stages/trade-damage";

/** A car seen from above with its sides folded down, nose up; 300 wide, 430 high. Drawn by hand, like no maker's. */
export const outlineBox = { width: 300, height: 430 };

export interface OutlinePart {
  place: DamagePlace;
  path: string;
  /** Where a mark's number stands. */
  x: number;
  y: number;
}

type Part = readonly [place: DamagePlace, path: string, x: number, y: number];

const middle: readonly Part[] = [
  ["frontBumper", "M112 34 Q150 8 188 34 L193 52 Q150 40 107 52 Z", 150, 34],
  ["hood", "M107 57 Q150 45 193 57 L198 132 Q150 120 102 132 Z", 150, 90],
  ["windshield", "M104 138 Q150 126 196 138 L186 174 Q150 166 114 174 Z", 150, 153],
  ["roof", "M114 179 Q150 172 186 179 L186 262 Q150 268 114 262 Z", 150, 221],
  ["rearWindow", "M114 267 Q150 273 186 267 L194 299 Q150 307 106 299 Z", 150, 287],
  ["trunk", "M104 304 Q150 312 196 304 L192 366 Q150 376 108 366 Z", 150, 340],
  ["rearBumper", "M108 371 Q150 381 192 371 L187 391 Q150 410 113 391 Z", 150, 388],
];

const left: readonly Part[] = [
  ["leftFrontFender", "M62 66 Q72 54 98 58 L97 134 L58 138 Q54 98 62 66 Z", 78, 98],
  ["leftFrontDoor", "M58 143 L97 139 L105 176 L105 217 L55 217 Q54 178 58 143 Z", 80, 180],
  ["leftRearDoor", "M55 222 L105 222 L105 264 L97 300 L58 296 Q54 260 55 222 Z", 80, 260],
  ["leftQuarter", "M58 301 L97 305 L99 368 Q72 374 64 362 Q56 332 58 301 Z", 78, 335],
  ["leftFrontWheel", "M28 72 Q46 68 48 98 Q46 128 28 124 Q22 98 28 72 Z", 36, 98],
  ["leftRearWheel", "M28 309 Q46 305 48 335 Q46 365 28 361 Q22 335 28 309 Z", 36, 335],
];

/** The numbers of a path, each x seen in the mirror; every command here takes pairs. */
function mirrored(path: string): string {
  let isX = true;
  return path.replace(/\d+(\.\d+)?/g, (number) => {
    const turned = isX ? String(outlineBox.width - Number(number)) : number;
    isX = !isX;
    return turned;
  });
}

const part = ([place, path, x, y]: Part): OutlinePart => ({ place, path, x, y });
const opposite = ([place, path, x, y]: Part): OutlinePart => ({
  place: place.replace("left", "right") as DamagePlace,
  path: mirrored(path),
  x: outlineBox.width - x,
  y,
});

export const outlineParts: readonly OutlinePart[] = [...middle.map(part), ...left.map(part), ...left.map(opposite)];

/** The part that lies next in a direction, for the arrow keys; the part itself at the edge. */
export function neighbourOf(from: DamagePlace, direction: { x: number; y: number }): DamagePlace {
  const here = outlineParts.find(({ place }) => place === from) ?? outlineParts[0]!;
  const ranked = outlineParts
    .filter(({ place }) => place !== from)
    .map(({ place, x, y }) => {
      const along = (x - here.x) * direction.x + (y - here.y) * direction.y;
      const across = Math.abs((x - here.x) * direction.y) + Math.abs((y - here.y) * direction.x);
      return { place, along, distance: along + across * 2 };
    })
    .filter(({ along }) => along > 0)
    .toSorted((one, other) => one.distance - other.distance);
  return ranked[0]?.place ?? from;
}
