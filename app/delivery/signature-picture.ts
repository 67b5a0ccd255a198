/** The drawing's own units, whatever the screen: a signature looks the same wherever it is shown. */
export const signatureUnits = { width: 600, height: 180 } as const;

/** Strokes as they are kept, `x,y x,y;x,y …`, as the path of a picture. */
export const signaturePath = (strokes: string): string =>
  strokes
    .split(";")
    .filter(Boolean)
    .map((stroke) => `M${stroke.trim().split(" ").join("L")}`)
    .join("");

/** A picture of a kept signature: digits, commas and blanks went in, so nothing else can come out. */
export function signaturePicture(strokes: string): string {
  const { width, height } = signatureUnits;
  const path = `<path d="${signaturePath(strokes.replaceAll(/[^\d ,;]/g, ""))}" fill="none" stroke="#14191c" stroke-width="3.5" stroke-linecap="round" stroke-linejoin="round"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">${path}</svg>`;
}
