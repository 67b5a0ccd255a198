import type { WheelDesign } from "./wheel";

/** Where the tyres stand, in every drawing but the cabin. */
export const ground = 380;

type Point = readonly [x: number, y: number];

/**
 * One body style from the side. Units are 195 to the metre, nose to the left,
 * ground at y = 380. Closed paths unless said otherwise.
 */
export type SideShape = {
  /** Ends of the car, which the frame is measured from. */
  nose: number;
  tail: number;
  roof: number;
  /** Height of the shoulder, where side light is brightest. */
  belt: number;
  outline: string;
  glass: string;
  /** Open: the line the upper light lies along. */
  shoulder: string;
  /** Open, left to right: sharp above, fading below. */
  crease: string;
  /** Open, left to right: everything under it is bumper and sill. */
  sillLine: string;
  /** Height of the underside. */
  bottom: number;
  pillars: readonly string[];
  seams: readonly string[];
  handles: readonly Point[];
  mirror: Point;
  headrests: readonly Point[];
  steering: Point;
  headlamp: { shape: string; blade: string; projectors: readonly Point[] };
  tailLamp: { shape: string; blade: string };
  fogLamp?: Point;
  wheels: { front: number; rear: number; radius: number; design: WheelDesign };
  /** Width of the unpainted lip round the wheels; 0 leaves the paint to the edge. */
  archLip: number;
  /** Black parts outside the outline: rails, spoilers, antennas. */
  trim: readonly string[];
  /** Painted parts drawn over the glass or outside the outline. */
  fins?: readonly string[];
};

/**
 * One body style from ahead and behind. Paths are the right-hand half: x = 0 is
 * the middle of the car, the heights are those of the side. The other half is
 * its mirror image.
 */
export type FaceShape = {
  halfWidth: number;
  /** Half the width where the roof turns down, and where the glass meets the body. */
  roofHalf: number;
  beltHalf: number;
  /** Where the unpainted bumper begins. */
  bumper: number;
  tyre: { outer: number; width: number };
  front: {
    /** Height of the bonnet's leading edge in the middle of the car. */
    bonnetEdge: number;
    lamp: string;
    blade: string;
    grille: string;
    /** Open lines across the grille; none means a closed nose. */
    bars: readonly string[];
    intake: string;
    plate: number;
  };
  rear: {
    glass: string;
    lamp: string;
    blade: string;
    /** Open: outlines of the tailgate or the boot lid. */
    seams: readonly string[];
    plate: number;
    /** Height of the wiper's foot, where there is one. */
    wiper?: number;
    brakeLight: number;
    /** Black parts at this end alone. */
    trim: readonly string[];
  };
  /** Black parts, both ends: rails. */
  trim: readonly string[];
};

export type BodyShape = { side: SideShape; face: FaceShape };
