import { crossover } from "./bodies/crossover";
import { hatch } from "./bodies/hatch";
import { pickup } from "./bodies/pickup";
import { sedan } from "./bodies/sedan";
import { suv } from "./bodies/suv";
import { van } from "./bodies/van";
import { ground, type BodyShape } from "./body-shape";
import { drawCabin } from "./cabin-view";
import { cabinKindOf, type CarAngle, type CarBody, type CarInterior, type CarPicture } from "./car-art-catalog";
import { drawFront } from "./front-view";
import { paints, type Paint } from "./paint";
import { drawRear } from "./rear-view";
import { drawForecourt, drawStudio } from "./scenes";
import { drawSide } from "./side-view";
import { linear, url, type Area, type IdOf } from "./svg-writing";

const shapes: Record<CarBody, BodyShape> = { suv, sedan, hatch, pickup, van, crossover };

/** Every picture is 16:10. */
const framed = (middle: number, width: number, groundShare: number): Area => {
  const height = (width * 10) / 16;
  return { x: middle - width / 2, y: ground - height * groundShare, width, height };
};

function frameOf(angle: Exclude<CarAngle, "cabin">, { side, face }: BodyShape): Area {
  const { nose, tail, wheels, belt } = side;
  switch (angle) {
    case "side":
    case "lot":
      return framed((nose + tail) / 2, Math.max((tail - nose) / 0.83, 1040), 0.735);
    case "front":
    case "rear": {
      const height = Math.max((ground - side.roof) / 0.7, 430);
      return framed(0, Math.max(height * 1.6, face.halfWidth * 2 * 1.6), 0.835);
    }
    case "wheel":
      return framed(wheels.front + 14, wheels.radius * 4.5, 0.875);
    case "lamp":
      return { x: nose - 46, y: belt - 50, width: 280, height: 175 };
    case "tail":
      return { x: tail - 240, y: belt - 56, width: 280, height: 175 };
  }
}

function drawInside(body: CarBody, interior: CarInterior, bleed: number) {
  const kind = cabinKindOf[body];
  const { defs, scene } = drawCabin(kind, interior, (name) => `cabin-${interior}-${kind}-${name}`);
  const [width, height] = [1600 + bleed * 2, 1000 + bleed * 2];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-bleed} ${-bleed} ${width} ${height}" width="${width}" height="${height}"><defs>${defs}</defs>${scene}</svg>`;
}

/** The car's image in the polished floor, strongest where the tyres touch. */
function drawReflection(floorImage: string, frame: Area, id: IdOf) {
  const area = `x="${frame.x}" y="${ground}" width="${frame.width}" height="130"`;
  const defs = [
    linear(
      id("fade"),
      [0, ground, 0, ground + 120],
      [
        [0, "#ffffff", 0.34],
        [0.6, "#ffffff", 0.08],
        [1, "#ffffff", 0],
      ],
    ),
    `<mask id="${id("mirror")}" maskUnits="userSpaceOnUse" ${area}><rect ${area} fill="${url(id("fade"))}"/></mask>`,
  ].join("");
  const scene = `<g mask="${url(id("mirror"))}"><g transform="translate(0 ${ground * 2}) scale(1 -1)">${floorImage}</g></g>`;
  return { defs, scene };
}

function drawView(angle: CarAngle, shape: BodyShape, paint: Paint, id: IdOf) {
  if (angle === "front") return drawFront(shape, paint, id);
  if (angle === "rear") return drawRear(shape, paint, id);
  return drawSide(shape.side, paint, id);
}

/**
 * One picture as SVG, 1600 × 1000. The scene is painted before the car and
 * nothing after it, so the same car in two scenes has the same pixels.
 *
 * `bleed` adds that many pixels on every side, to be cut off by whoever turns
 * it into pixels: librsvg's blurs see nothing beyond the canvas and fade at its edge.
 */
export function drawCar({ body, colour, angle, interior = "dark" }: CarPicture, bleed = 0): string {
  if (angle === "cabin") return drawInside(body, interior, bleed);
  const id: IdOf = (name) => `${body}-${colour}-${angle}-${name}`;
  const shape = shapes[body];
  const frame = frameOf(angle, shape);
  const { defs, car, floorImage, shadow } = drawView(angle, shape, paints[colour], id);
  const isFace = angle === "front" || angle === "rear";
  // A close-up is a part of the side picture, so its backdrop is that picture's.
  const whole = isFace ? frame : frameOf("side", shape);
  const backdrop = angle === "lot" ? drawForecourt(whole, ground - 95, id) : drawStudio(whole, ground - 110, id);
  const floor =
    angle === "lot" || frame.y + frame.height <= ground
      ? { defs: "", scene: "" }
      : drawReflection(floorImage, frame, id);
  const edge = (bleed * frame.width) / 1600;
  const box = [frame.x - edge, frame.y - edge, frame.width + edge * 2, frame.height + edge * 2].join(" ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${box}" width="${1600 + bleed * 2}" height="${1000 + bleed * 2}">`,
    `<defs>${defs}${backdrop.defs}${floor.defs}</defs>`,
    backdrop.scene,
    floor.scene,
    shadow,
    car,
    "</svg>",
  ].join("");
}
