import { drawConsole, drawScreens, drawSteering } from "./cabin-controls";
import { layouts, trims, type Trim } from "./cabin-kinds";
import { drawDash, drawNear, drawWindscreen } from "./cabin-surroundings";
import type { CabinKind, CarInterior } from "./car-art-catalog";
import { blur, linear, radial, type IdOf } from "./svg-writing";

/** What the room is made of: the view outside, the dash, the seats. */
const roomDefs = (trim: Trim, id: IdOf) =>
  [
    linear(
      id("sky"),
      [0, 0, 0, 340],
      [
        [0, "#b9cbd6"],
        [0.6, "#dfe9ee"],
        [1, "#eef3f5"],
      ],
    ),
    linear(
      id("dash"),
      [0, 310, 0, 620],
      [
        [0, trim.dashLight],
        [0.18, trim.dash],
        [1, "#15181a"],
      ],
    ),
    linear(
      id("band"),
      [0, 470, 0, 560],
      [
        [0, trim.bandLight],
        [0.4, trim.band],
        [1, trim.seatDeep],
      ],
    ),
    linear(
      id("lower"),
      [0, 560, 0, 1000],
      [
        [0, "#363c41"],
        [0.5, "#23282b"],
        [1, "#131618"],
      ],
    ),
    linear(
      id("console"),
      [600, 0, 1200, 0],
      [
        [0, "#111416"],
        [0.2, "#2e3438"],
        [0.5, "#3a4045"],
        [0.8, "#2a2f33"],
        [1, "#0f1113"],
      ],
    ),
    linear(
      id("seat"),
      [0, 760, 0, 1000],
      [
        [0, trim.seatLight],
        [0.35, trim.seat],
        [1, trim.seatDeep],
      ],
    ),
  ].join("");

/** What the hands touch: screens, wheel, metal; and the blurs all of it is shaded with. */
const controlDefs = (id: IdOf) =>
  [
    linear(
      id("screen"),
      [0, 300, 0, 600],
      [
        [0, "#12324a"],
        [1, "#0a1c2b"],
      ],
    ),
    linear(
      id("wheel"),
      [130, 330, 720, 930],
      [
        [0, "#565d63"],
        [0.35, "#2b3034"],
        [1, "#101315"],
      ],
    ),
    radial(
      id("hub"),
      [420, 630, 150],
      [
        [0, "#41474c"],
        [1, "#1b1f22"],
      ],
    ),
    linear(
      id("metal"),
      [0, 0, 0, 40],
      [
        [0, "#e6ebee"],
        [1, "#7d868d"],
      ],
    ),
    ...[2, 6, 14].map((deviation) =>
      blur(id(`blur-${deviation}`), deviation, { x: -100, y: -100, width: 1800, height: 1200 }),
    ),
  ].join("");

const defsOf = (trim: Trim, id: IdOf) => roomDefs(trim, id) + controlDefs(id);

/** A dashboard from between the seats, on a canvas of 1600 × 1000. Needs no body: bodies of one kind share it. */
export function drawCabin(kind: CabinKind, interior: CarInterior, id: IdOf) {
  const trim = trims[interior];
  const layout = layouts[kind];
  const scene = [
    drawWindscreen(id),
    drawDash(layout, id),
    drawConsole(layout, trim, id),
    drawScreens(layout, id),
    drawNear(trim, id),
    drawSteering(trim, id),
  ].join("");
  return { defs: defsOf(trim, id), scene };
}
