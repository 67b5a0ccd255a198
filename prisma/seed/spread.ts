/** FNV-1a, 32 bits: enough to make sixty cars differ, and the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let place = 0; place < text.length; place++) {
    value ^= text.charCodeAt(place);
    value = Math.imul(value, 0x01000193) >>> 0;
  }
  // FNV leaves the last letter's bits close together; one more mix spreads them.
  value ^= value >>> 15;
  return Math.imul(value, 0x2c1b3c6d) >>> 0;
}

/** A whole number between two bounds, both included, that belongs to this car and this question for ever. */
export const spread = (stockNumber: string, question: string, from: number, to: number): number =>
  from + (hash(`${stockNumber}/${question}`) % (to - from + 1));
