/** One appointment for a calendar. */
export interface CalendarEntry {
  /** Stays the same when the time moves, so that the calendar moves it too. */
  uid: string;
  /** Raised with each change. */
  sequence: number;
  startsAt: string;
  endsAt: string;
  /** When this file was made. */
  madeAt: string;
  title: string;
  description: string;
  place: string;
  url: string;
}

/** RFC 5545 §3.3.11: a backslash before what would end a value, and line ends as a letter. */
const escaped = (text: string) =>
  text
    .replaceAll("\\", "\\\\")
    .replaceAll(";", "\\;")
    .replaceAll(",", "\\,")
    .replaceAll(/\r\n|\r|\n/g, "\\n");

/** RFC 5545 §3.3.5, form 2: the instant itself in UTC; a calendar shows it in its own zone, whatever the clocks do. */
const utc = (instant: string) => `${new Date(instant).toISOString().replaceAll(/[-:]/g, "").slice(0, 15)}Z`;

const MAX_OCTETS = 75;

/** RFC 5545 §3.1: lines of at most 75 octets; a longer one goes on after a line end and a space, never inside a letter. */
function folded(line: string): string {
  const lines: string[] = [];
  let current = "";
  let octets = 0;
  for (const letter of line) {
    const size = new TextEncoder().encode(letter).length;
    if (octets + size > MAX_OCTETS) {
      lines.push(current);
      current = " ";
      octets = 1;
    }
    current += letter;
    octets += size;
  }
  return [...lines, current].join("\r\n");
}

/** A calendar file with one entry, as RFC 5545 writes it. */
export function calendarFile(entry: CalendarEntry): string {
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    "PRODID:-//Deal Jacket//Delivery//EN",
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    "BEGIN:VEVENT",
    `UID:${escaped(entry.uid)}`,
    `SEQUENCE:${entry.sequence}`,
    `DTSTAMP:${utc(entry.madeAt)}`,
    `DTSTART:${utc(entry.startsAt)}`,
    `DTEND:${utc(entry.endsAt)}`,
    `SUMMARY:${escaped(entry.title)}`,
    `DESCRIPTION:${escaped(entry.description)}`,
    `LOCATION:${escaped(entry.place)}`,
    `URL:${entry.url}`,
    "STATUS:CONFIRMED",
    "BEGIN:VALARM",
    "ACTION:DISPLAY",
    "TRIGGER:-PT2H",
    `DESCRIPTION:${escaped(entry.title)}`,
    "END:VALARM",
    "END:VEVENT",
    "END:VCALENDAR",
  ];
  return `${lines.map(folded).join("\r\n")}\r\n`;
}
