import { renderToStaticMarkup } from "react-dom/server";
import type { ReactNode } from "react";
import { describe, expect, test } from "vitest";
import { Avatar, initials } from "#app/ui/avatar";
import { BannerStack } from "#app/ui/banner";
import { Button } from "#app/ui/button";
import { ApprovalChip, EstimateChip, OfferChip } from "#app/ui/chip";
import { MoneyField } from "#app/ui/live-field";
import type { Locale } from "#app/ui/locale";
import { MessagesProvider } from "#app/ui/messages";
import { Money } from "#app/ui/money";
import { MoneyLine } from "#app/ui/money-line";
import { PaymentCell } from "#app/ui/payment-grid";
import { SegmentedControl } from "#app/ui/segmented-control";
import { StaffFooter } from "#app/ui/staff-block";
import { StageGlyph, type GlyphStatus } from "#app/ui/stage-glyph";

const drawn = (children: ReactNode, locale: Locale = "en") =>
  renderToStaticMarkup(
    <MessagesProvider locale={locale} timeZone="UTC">
      {children}
    </MessagesProvider>,
  );
const words = (html: string) => html.replace(/<[^>]+>/g, "|").replace(/\|+/g, "|");

describe("figures", () => {
  test("dollars and cents are two inks of one amount", () => {
    expect(words(drawn(<Money amount={57321} />))).toBe("|$573|.21|");
    expect(words(drawn(<Money amount={57321} />, "fr"))).toBe("|573|,21|\u00a0$|");
    expect(drawn(<Money amount={57321} />)).toContain("figures");
  });

  test("a line with lines opens without JavaScript", () => {
    const html = drawn(
      <MoneyLine label="Total" amount={100}>
        <MoneyLine label="Part" amount={100} />
      </MoneyLine>,
    );
    expect(html).toMatch(/^<details.*<summary.*Total/s);
  });

  test("another hand is named, one's own says you", () => {
    const changed = { name: "Maya", who: 1, when: "just now", changeId: 1 } as const;
    expect(words(drawn(<MoneyLine label="Trade" amount={1} changed={changed} />))).toContain("Maya, just now");
    expect(words(drawn(<MoneyLine label="Trade" amount={1} changed={{ ...changed, isYou: true }} />))).toContain(
      "you, just now",
    );
  });

  test("a payment says what it costs and whether it is chosen", () => {
    const cell = drawn(
      <table>
        <tbody>
          <tr>
            <PaymentCell payment={57321} cost="$4,376 interest" chosen />
          </tr>
        </tbody>
      </table>,
    );
    expect(cell).toContain('aria-pressed="true"');
    expect(words(cell)).toContain("$4,376 interest");
  });
});

describe("acts", () => {
  test("a locked button stays in reach, is disabled for assistive technology, and says what opens it", () => {
    const html = drawn(<Button locked="Opens when the 3 red lines are clear.">Freeze</Button>);
    expect(html).toContain('aria-disabled="true"');
    expect(html).not.toContain(" disabled");
    expect(html).toMatch(/aria-describedby="([^"]+)".*id="\1"/s);
  });

  test("a busy button keeps its words and so its width", () => {
    const html = drawn(<Button busy>Accept</Button>);
    expect(html).toContain('aria-busy="true"');
    expect(words(html)).toContain("Accept");
  });

  test("a button submits nothing unless told to", () => {
    expect(drawn(<Button>Open</Button>)).toContain('type="button"');
  });

  test("ways to pay are radios of one name", () => {
    const html = drawn(
      <SegmentedControl
        label="Way to pay"
        name="way"
        value="lease"
        segments={[
          { value: "cash", label: "Cash" },
          { value: "lease", label: "Lease" },
        ]}
      />,
    );
    expect(html.match(/type="radio" name="way"/g)).toHaveLength(2);
    expect(html).toMatch(/checked=""[^>]*value="lease"|value="lease"[^>]*checked=""/);
  });
});

describe("words", () => {
  test("estimate, offer and approval are three words in both languages", () => {
    const three = (locale: Locale) =>
      [<EstimateChip key="e" />, <OfferChip key="o" />, <ApprovalChip key="a" lender="Harbor" />].map((chip) =>
        words(drawn(chip, locale)).replaceAll("|", ""),
      );
    expect(three("en")).toEqual(["Estimate", "Offer", "Approved, Harbor"]);
    expect(three("fr")).toEqual(["Estimation", "Offre", "Approuvé, Harbor"]);
  });

  test("every stage status has its own shape and its own word", () => {
    const all: GlyphStatus[] = ["notStarted", "inProgress", "complete", "skipped", "deferred", "recheck", "locked"];
    const shapes = all.map((status) => drawn(<StageGlyph status={status} label={null} />).replace(/class="[^"]*"/, ""));
    const labels = all.map((status) => /aria-label="([^"]+)"/.exec(drawn(<StageGlyph status={status} />))?.[1]);
    expect(new Set(shapes).size).toBe(all.length);
    expect(new Set(labels).size).toBe(all.length);
  });

  test("of several banners the worst is shown and the rest are counted", () => {
    const html = drawn(
      <BannerStack
        notices={[
          { key: "a", kind: "offline", sentence: "You’re offline." },
          { key: "b", kind: "refused", sentence: "That was refused." },
          { key: "c", kind: "moved", sentence: "The numbers moved." },
        ]}
      />,
    );
    expect(words(html)).toContain("That was refused.");
    expect(words(html)).toContain("and 2 more");
    expect(words(html)).not.toContain("offline");
  });

  test("people are two letters and a whole name", () => {
    expect(initials("Maya Okonjo")).toBe("MO");
    expect(initials("  Élodie  ")).toBe("É");
    expect(drawn(<Avatar name="Maya Okonjo" who={1} online />)).toContain('aria-label="Maya Okonjo, online"');
  });

  test("a field ties its label, its note and who is in it together", () => {
    const html = drawn(
      <MoneyField label="Cash down" value={300000} hint="Store minimum $1,500" presence={{ name: "Maya", who: 1 }} />,
    );
    expect(html).toMatch(/<label for="([^"]+)".*id="\1"/s);
    expect(html).toMatch(/aria-describedby="([^"]+)".*id="\1"/s);
    expect(html).toContain('value="$3,000"');
    expect(words(html)).toContain("Maya is here");
  });

  test("staff ground says so to those who cannot see plum", () => {
    expect(words(drawn(<StaffFooter>Cost $35,480</StaffFooter>))).toContain("Staff only");
  });
});
