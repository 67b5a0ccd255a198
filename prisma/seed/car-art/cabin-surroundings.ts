import type { Layout, Trim } from "./cabin-kinds";
import { line, path, url, type IdOf } from "./svg-writing";

/** The view ahead: sky, trees, a road, the bonnet, framed by pillars and roof. */
export function drawWindscreen(id: IdOf) {
  return [
    `<rect width="1600" height="420" fill="${url(id("sky"))}"/>`,
    `<g filter="${url(id("blur-6"))}">`,
    path(
      "M-20 260C80 214 160 236 240 222C340 190 420 240 520 228C620 206 700 244 800 236C930 216 1020 238 1120 220C1240 196 1360 238 1460 214C1540 204 1600 226 1640 232L1640 420L-20 420Z",
      'fill="#8fa08a"',
    ),
    path("M-20 292C300 270 1300 270 1640 292L1640 420L-20 420Z", 'fill="#a9b0ae"'),
    path("M640 292L780 274L830 274L1080 400L420 400Z", 'fill="#8d9496"'),
    path("M800 280L806 280L792 400L770 400Z", 'fill="#e8ebea"'),
    "</g>",
    path("M-40 0L1640 0L1640 40C1300 66 300 66 -40 40Z", 'fill="#202427"'),
    path("M-40 0L150 0C100 110 44 230 -10 380L-40 380Z", 'fill="#1b1f22"'),
    path("M1640 0L1450 0C1500 110 1556 230 1610 380L1640 380Z", 'fill="#1b1f22"'),
    line("M152 10C102 116 46 236 -6 380", "#4b5257", 3, 'opacity=".8"'),
    line("M1448 10C1498 116 1554 236 1606 380", "#4b5257", 3, 'opacity=".8"'),
    // The inside mirror, with a slice of the road behind.
    path("M790 40L810 40L806 84L794 84Z", 'fill="#15181a"'),
    `<rect x="690" y="76" width="220" height="66" rx="24" fill="#15181a"/><rect x="700" y="84" width="200" height="50" rx="18" fill="#9fb0b9"/>`,
    path(
      "M700 116C760 108 840 108 900 116L900 118C900 128 892 134 882 134L718 134C708 134 700 128 700 118Z",
      'fill="#6f7f76"',
    ),
  ].join("");
}

export function drawDash(layout: Layout, id: IdOf) {
  const top = layout.dashTop;
  const vents = layout.vents.map(([x, y, width, height]) => {
    const upright = height > width;
    const slats = Array.from({ length: 5 }, (_, turn) =>
      upright
        ? `<rect x="${x + 8}" y="${y + ((turn + 0.7) * height) / 5.4}" width="${width - 16}" height="3" fill="#3d4449"/>`
        : `<rect x="${x + 8}" y="${y + ((turn + 0.6) * height) / 5.4}" width="${width - 16}" height="2.4" fill="#3d4449"/>`,
    ).join("");
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${Math.min(12, height / 2)}" fill="#08090a" stroke="#7b848b" stroke-width="2"/>${height > 30 ? slats : ""}`;
  });
  return [
    path(
      `M-20 ${top + 40}C100 ${top + 6} 200 ${top} 330 ${top - 8}C520 ${top - 16} 620 ${top + 12} 800 ${top + 14}C1080 ${top + 14} 1400 ${top + 4} 1620 ${top + 36}L1620 660L-20 660Z`,
      `fill="${url(id("dash"))}"`,
    ),
    line(
      `M-20 ${top + 43}C100 ${top + 9} 200 ${top + 3} 330 ${top - 5}C520 ${top - 13} 620 ${top + 15} 800 ${top + 17}C1080 ${top + 17} 1400 ${top + 7} 1620 ${top + 39}`,
      "#aeb8be",
      3,
      `opacity=".55" filter="${url(id("blur-2"))}"`,
    ),
    path(
      "M-20 480C300 462 500 488 800 488C1100 488 1340 468 1620 480L1620 552C1340 540 1100 560 800 560C500 560 300 538 -20 552Z",
      `fill="${url(id("band"))}"`,
    ),
    line("M-20 481C300 463 500 489 800 489C1100 489 1340 469 1620 481", "#ffffff", 2, 'opacity=".35"'),
    line("M-20 552C300 538 500 560 800 560C1100 560 1340 540 1620 552", "#07090a", 4, 'opacity=".7"'),
    path(
      "M-20 554C300 540 500 562 800 562C1100 562 1340 542 1620 554L1620 1010L-20 1010Z",
      `fill="${url(id("lower"))}"`,
    ),
    // Glove box.
    line("M1180 604C1300 596 1440 596 1560 606L1546 742C1420 752 1300 752 1196 744Z", "#07090a", 3),
    `<rect x="1330" y="626" width="90" height="14" rx="7" fill="#0b0d0e"/>`,
    ...vents,
  ].join("");
}

/** Front edges of the seats and the door cards, nearest the eye. */
export function drawNear(trim: Trim, id: IdOf) {
  const seat = (x: number) =>
    [
      path(
        `M${x - 236} 1010C${x - 240} 930 ${x - 196} 890 ${x} 888C${x + 196} 890 ${x + 240} 930 ${x + 236} 1010Z`,
        `fill="${url(id("seat"))}"`,
      ),
      line(
        `M${x - 120} 1010C${x - 122} 950 ${x - 112} 924 ${x - 100} 900M${x + 120} 1010C${x + 122} 950 ${x + 112} 924 ${x + 100} 900`,
        trim.seatDeep,
        5,
      ),
      line(
        `M${x - 128} 1010C${x - 130} 950 ${x - 120} 924 ${x - 108} 900M${x + 128} 1010C${x + 130} 950 ${x + 120} 924 ${x + 108} 900`,
        trim.stitch,
        2,
        'stroke-dasharray="7 6" opacity=".8"',
      ),
    ].join("");
  const door = [
    path("M-20 560C30 570 60 640 74 760C84 860 84 940 80 1010L-20 1010Z", 'fill="#181b1e"'),
    path(
      "M-20 690C20 690 48 700 66 720C76 780 80 820 82 850C50 836 10 830 -20 830Z",
      `fill="${url(id("seat"))}" opacity=".9"`,
    ),
    line("M-20 686C20 686 50 696 68 716", trim.stitch, 2, 'stroke-dasharray="7 6" opacity=".7"'),
    path("M-20 600C10 604 30 616 40 636L48 660C20 646 0 642 -20 642Z", `fill="${url(id("band"))}"`),
  ].join("");
  return `${door}<g transform="translate(1600 0) scale(-1 1)">${door}</g>${seat(1400)}`;
}
