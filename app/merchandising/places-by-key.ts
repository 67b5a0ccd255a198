/**
 * Places in the order of their keys, earlier places first on a tie; a place whose key is NaN is left out. Key and place
 * are packed into one number, for numbers are put in order ten times as fast by themselves as by asking which of two comes
 * first; keys are whole and not negative, and there is room for them up to a trillion over a stock of nine thousand.
 */
export function placesByKey(keys: Float64Array): Int32Array {
  const packed = new Float64Array(keys.length);
  let count = 0;
  for (let place = 0; place < keys.length; place++) {
    const key = keys[place] as number;
    if (!Number.isNaN(key)) packed[count++] = key * keys.length + place;
  }
  return Int32Array.from(packed.subarray(0, count).sort(), (pack) => pack % keys.length);
}
