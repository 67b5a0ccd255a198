import type { Paper } from "./paper.server";
import type { SignPlace } from "./sign-place";

/** Under a line to sign on: the longest names that people have, a third of the page wide. */
const MOST_NAME_LINES = 3;
const NAME_LINE = 9.5;
const NAME_SIZE = 7.5;

const nameLines = ({ letters }: Paper, name: string, width: number): string[] =>
  letters.wrap(name, width, NAME_SIZE).slice(0, MOST_NAME_LINES);

/** From the top of a place to sign to under its last word; two lines of a name at least, so that rows look alike. */
export const signatureHeight = (paper: Paper, name: string, width: number): number =>
  39 + Math.max(2, nameLines(paper, name, width).length) * NAME_LINE;

/** A place to sign: its line, whose name stands under it, and as what they sign; does not move down. */
export function drawSignatureLine(
  paper: Paper,
  { name, role }: { name: string; role: string },
  x: number,
  width: number,
  place: Omit<SignPlace, "page" | "x" | "y" | "width" | "height">,
): void {
  const { y } = paper;
  paper.stroke(x, y + 26, x + width, y + 26, { strong: true });
  const lines = nameLines(paper, name, width);
  lines.forEach((line, index) => paper.text(line, x, { size: NAME_SIZE, at: y + 30 + index * NAME_LINE }));
  paper.text(role, x, { size: NAME_SIZE, soft: true, at: y + 30 + lines.length * NAME_LINE, width });
  paper.placeHere(place, { x: x + 2, y, width: width - 4, height: 24 });
}
