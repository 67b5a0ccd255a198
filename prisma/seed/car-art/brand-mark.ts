/** The mark of Lakeside Motors: two waves on a rounded square of deep teal, 64 units wide. */
export function drawBrandMark() {
  const wave = (y: number) => `M13 ${y}C19 ${y - 8} 25 ${y - 8} 32 ${y - 2.5}C39 ${y + 3} 45 ${y + 3} 51 ${y - 5}`;
  return [
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">',
    '<rect width="64" height="64" rx="15" fill="#0c6482"/>',
    `<path d="${wave(28)}${wave(43)}" fill="none" stroke="#ffffff" stroke-width="5.4" stroke-linecap="round"/>`,
    "</svg>",
  ].join("");
}
