import type { Layout, Trim } from "./cabin-kinds";
import { clip, line, path, url, type IdOf } from "./svg-writing";

export function drawScreens({ screen, cluster }: Layout, id: IdOf) {
  const { x, y, width, height } = screen;
  const split = width * 0.66;
  const map = [
    clip(id("map"), `<rect x="${x + 12}" y="${y + 12}" width="${split - 18}" height="${height - 24}" rx="8"/>`),
    `<g clip-path="${url(id("map"))}"><rect x="${x}" y="${y}" width="${width}" height="${height}" fill="#173f58"/>`,
    path(
      `M${x} ${y + height * 0.62}C${x + split * 0.3} ${y + height * 0.5} ${x + split * 0.5} ${y + height * 0.78} ${x + split} ${y + height * 0.58}L${x + split} ${y + height}L${x} ${y + height}Z`,
      'fill="#2a7fa8"',
    ),
    line(
      `M${x - 10} ${y + height * 0.4}L${x + split + 10} ${y + height * 0.18}M${x + split * 0.3} ${y - 10}L${x + split * 0.55} ${y + height + 10}`,
      "#2f5f7a",
      7,
    ),
    line(
      `M${x + split * 0.49} ${y + height * 0.86}L${x + split * 0.42} ${y + height * 0.42}L${x + split * 0.72} ${y + height * 0.28}`,
      "#7fd6ff",
      6,
    ),
    `<circle cx="${x + split * 0.49}" cy="${y + height * 0.84}" r="9" fill="#ffffff"/><circle cx="${x + split * 0.49}" cy="${y + height * 0.84}" r="5" fill="#0c6482"/></g>`,
  ].join("");
  const tile = (top: number, tall: number) =>
    `<rect x="${x + split}" y="${y + top}" width="${width - split - 12}" height="${tall}" rx="8" fill="#1c2a35"/>`;
  const half = (height - 32) / 2;
  const tiles = [
    tile(12, half) + tile(20 + half, half),
    `<rect x="${x + split + 14}" y="${y + 28}" width="34" height="34" rx="6" fill="#c9803f"/>`,
    line(`M${x + split + 14} ${y + 12 + half - 18}L${x + width - 28} ${y + 12 + half - 18}`, "#3e5361", 5),
    line(`M${x + split + 14} ${y + 12 + half - 18}L${x + split + 60} ${y + 12 + half - 18}`, "#e9f2f6", 5),
    `<circle cx="${x + split + (width - split - 12) / 2}" cy="${y + 20 + half * 1.5}" r="${half * 0.28}" fill="none" stroke="#5fb7dd" stroke-width="6"/>`,
  ].join("");
  const centre = [
    `<rect x="${x - 8}" y="${y - 4}" width="${width + 16}" height="${height + 14}" rx="22" fill="#000" opacity=".5" filter="${url(id("blur-6"))}"/>`,
    `<rect x="${x - 6}" y="${y - 6}" width="${width + 12}" height="${height + 12}" rx="20" fill="#0a0c0e" stroke="#555d63" stroke-width="2"/>`,
    map + tiles,
    path(
      `M${x + width * 0.5} ${y}L${x + width * 0.72} ${y}L${x + width * 0.5} ${y + height}L${x + width * 0.28} ${y + height}Z`,
      'fill="#ffffff" opacity=".05"',
    ),
  ].join("");
  if (!cluster) return centre;
  const { x: cx, y: cy, width: cw, height: ch } = cluster;
  const dial = (at: number, turn: number) =>
    `<g transform="translate(${cx + cw * at} ${cy + ch * 0.54})">${line(`M${-ch * 0.3} ${ch * 0.2}A${ch * 0.36} ${ch * 0.36} 0 1 1 ${ch * 0.3} ${ch * 0.2}`, "#2c4a5c", 7)}${line(`M${-ch * 0.3} ${ch * 0.2}A${ch * 0.36} ${ch * 0.36} 0 0 1 ${ch * 0.04 * turn} ${-ch * 0.36}`, "#6cc8f0", 7)}</g>`;
  return [
    // Its foot ends on the dashboard, above the band.
    path(
      `M${cx - 44} 482C${cx - 50} ${cy - 6} ${cx - 20} ${cy - 34} ${cx + 40} ${cy - 38}L${cx + cw - 40} ${cy - 38}C${cx + cw + 20} ${cy - 34} ${cx + cw + 50} ${cy - 6} ${cx + cw + 44} 482Z`,
      'fill="#16191c"',
    ),
    line(`M${cx + 36} ${cy - 35}L${cx + cw - 36} ${cy - 35}`, "#8b949a", 2.4, 'opacity=".6"'),
    `<rect x="${cx}" y="${cy}" width="${cw}" height="${ch}" rx="16" fill="${url(id("screen"))}" stroke="#2b3338" stroke-width="2"/>`,
    dial(0.24, -1) + dial(0.76, 1),
    `<rect x="${cx + cw * 0.43}" y="${cy + ch * 0.26}" width="${cw * 0.14}" height="${ch * 0.3}" rx="6" fill="#dff3fc" opacity=".9"/>`,
    `<rect x="${cx + cw * 0.43}" y="${cy + ch * 0.66}" width="${cw * 0.14}" height="${ch * 0.07}" rx="3" fill="#4f7c93"/>`,
    centre,
  ].join("");
}

export function drawConsole(layout: Layout, trim: Trim, id: IdOf) {
  const knobs = layout.knobs
    .map(
      ([x, y]) =>
        `<circle cx="${x}" cy="${y + 4}" r="31" fill="#000" opacity=".5"/><circle cx="${x}" cy="${y}" r="30" fill="#23282b" stroke="#8e979d" stroke-width="3"/><circle cx="${x}" cy="${y}" r="19" fill="#31373b"/>${line(`M${x} ${y - 24}L${x} ${y - 14}`, "#dfe6ea", 3)}`,
    )
    .join("");
  const lever = {
    stick: [
      path("M846 900C852 850 856 830 866 806L940 806C950 830 954 850 960 900Z", 'fill="#0d0f11"'),
      `<rect x="862" y="742" width="82" height="96" rx="34" fill="#1b1f22"/><rect x="862" y="742" width="82" height="96" rx="34" fill="none" stroke="#9aa3a9" stroke-width="3"/>`,
      path("M874 770C880 754 926 754 932 770L932 782C914 774 892 774 874 782Z", 'fill="#5b6368"'),
    ].join(""),
    dial: `<circle cx="900" cy="812" r="58" fill="#0a0c0d"/><circle cx="900" cy="808" r="52" fill="#2a2f33" stroke="#a6afb5" stroke-width="4"/><circle cx="900" cy="808" r="34" fill="#3a4146"/>${line("M900 762L900 776", "#7fd6ff", 5)}`,
    none: `<rect x="806" y="716" width="188" height="112" rx="22" fill="#0c0e10"/><rect x="826" y="728" width="148" height="86" rx="14" fill="#1d2225"/>${line("M870 790L930 790M900 748L900 770", "#4c555b", 4)}`,
  }[layout.lever];
  const bottom = layout.lever === "none" ? 700 : 626;
  return [
    path(
      `M676 ${bottom}L1128 ${bottom}C1142 760 1168 880 1200 1010L604 1010C636 880 662 760 676 ${bottom}Z`,
      `fill="${url(id("console"))}"`,
    ),
    line(
      `M676 ${bottom}C662 760 636 880 604 1010M1128 ${bottom}C1142 760 1168 880 1200 1010`,
      "#8b949a",
      3,
      'opacity=".5"',
    ),
    path(`M716 ${bottom + 96}L1088 ${bottom + 96}L1124 1010L680 1010Z`, 'fill="#121517"'),
    knobs,
    layout.lever === "none"
      ? ""
      : `<rect x="812" y="652" width="176" height="32" rx="10" fill="#0c0e10"/>` +
        [0, 1, 2, 3]
          .map((turn) => `<rect x="${824 + turn * 40}" y="662" width="30" height="11" rx="4" fill="#3c4348"/>`)
          .join(""),
    lever,
    ...[730, 1004].map(
      (x) => `<ellipse cx="${x + 34}" cy="930" rx="50" ry="26" fill="#050607" stroke="#7d868c" stroke-width="3"/>`,
    ),
    path("M812 1010C812 950 836 934 900 934C964 934 988 950 988 1010Z", `fill="${url(id("seat"))}"`),
    line(
      "M830 1010C832 964 850 950 900 950C950 950 968 964 970 1010",
      trim.stitch,
      2,
      'stroke-dasharray="7 6" opacity=".8"',
    ),
  ].join("");
}

export function drawSteering(trim: Trim, id: IdOf) {
  const [cx, cy, r] = [422, 676, 286];
  return [
    `<ellipse cx="${cx + 10}" cy="${cy + 20}" rx="${r}" ry="${r * 0.97}" fill="none" stroke="#000" stroke-width="46" opacity=".4" filter="${url(id("blur-14"))}"/>`,
    // Two level spokes and a double one below.
    path(
      `M${cx - r + 6} ${cy - 30}C${cx - 190} ${cy - 20} ${cx - 150} ${cy - 66} ${cx - 96} ${cy - 78}L${cx + 96} ${cy - 78}C${cx + 150} ${cy - 66} ${cx + 190} ${cy - 20} ${cx + r - 6} ${cy - 30}L${cx + r - 4} ${cy + 34}C${cx + 190} ${cy + 40} ${cx + 150} ${cy + 70} ${cx + 96} ${cy + 92}C${cx + 70} ${cy + 120} ${cx + 60} ${cy + 180} ${cx + 62} ${cy + r - 6}L${cx - 62} ${cy + r - 6}C${cx - 60} ${cy + 180} ${cx - 70} ${cy + 120} ${cx - 96} ${cy + 92}C${cx - 150} ${cy + 70} ${cx - 190} ${cy + 40} ${cx - r + 4} ${cy + 34}Z`,
      'fill="#1d2124" stroke="#080a0b" stroke-width="3"',
    ),
    path(
      `M${cx - 34} ${cy + 150}L${cx + 34} ${cy + 150}L${cx + 38} ${cy + r - 18}L${cx - 38} ${cy + r - 18}Z`,
      'fill="#0a0c0d"',
    ),
    path(
      `M${cx - 96} ${cy - 78}C${cx - 60} ${cy - 92} ${cx + 60} ${cy - 92} ${cx + 96} ${cy - 78}C${cx + 108} ${cy - 20} ${cx + 104} ${cy + 50} ${cx + 80} ${cy + 96}C${cx + 50} ${cy + 122} ${cx - 50} ${cy + 122} ${cx - 80} ${cy + 96}C${cx - 104} ${cy + 50} ${cx - 108} ${cy - 20} ${cx - 96} ${cy - 78}Z`,
      `fill="${url(id("hub"))}" stroke="#090b0c" stroke-width="3"`,
    ),
    // Two waves, the store's mark, where a maker's would be.
    line(
      `M${cx - 30} ${cy}C${cx - 15} ${cy - 18} ${cx - 8} ${cy - 10} ${cx} ${cy - 4}C${cx + 8} ${cy + 2} ${cx + 16} ${cy + 8} ${cx + 30} ${cy - 8}M${cx - 30} ${cy + 22}C${cx - 15} ${cy + 4} ${cx - 8} ${cy + 12} ${cx} ${cy + 18}C${cx + 8} ${cy + 24} ${cx + 16} ${cy + 30} ${cx + 30} ${cy + 14}`,
      "#aab3b9",
      6,
    ),
    ...[-1, 1].map(
      (sign) =>
        `<g transform="translate(${cx + sign * 172} ${cy})"><rect x="-36" y="-32" width="72" height="60" rx="18" fill="#0c0e10"/>${line("M-16 -12L16 -12M-16 10L16 10", "#69737a", 5)}<circle r="3.5" cy="-1" fill="#c7d0d5"/></g>`,
    ),
    `<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="#07090a" stroke-width="50"/>`,
    `<circle cx="${cx}" cy="${cy}" r="${r}" fill="none" stroke="${url(id("wheel"))}" stroke-width="44"/>`,
    line(
      `M${cx - r * 0.92} ${cy - r * 0.52}A${r + 6} ${r + 6} 0 0 1 ${cx + r * 0.5} ${cy - r * 0.9}`,
      "#c4ccd1",
      6,
      `opacity=".5" filter="${url(id("blur-6"))}"`,
    ),
    `<circle cx="${cx}" cy="${cy}" r="${r - 16}" fill="none" stroke="${trim.stitch}" stroke-width="2" stroke-dasharray="9 8" opacity=".45"/>`,
  ].join("");
}
