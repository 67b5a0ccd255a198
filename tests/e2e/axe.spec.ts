import { AxeBuilder } from "@axe-core/playwright";
import type { RunOptions } from "axe-core";
import type { BrowserContextOptions, Page } from "@playwright/test";
import { comeInAs, comeInAsCustomer, ines, maya, walt } from "./demo-people";
import {
  cardScreens,
  checkoutPath,
  nothingThere,
  publicScreens,
  type ScreenStop,
  stockNumberOf,
  stockScreens,
  vehiclePath,
  visit,
} from "./screens";
import { desk, expect, phone, test } from "./watched-screens";

const onlyViolations: RunOptions = { resultTypes: ["violations"] };
const stopping = new Set(["serious", "critical"]);

/** What is fading in has no contrast yet: it is taken to its end. What beats for ever, like a live dot, has none. */
function endFades(): void {
  for (const animation of document.getAnimations())
    if (animation.effect?.getComputedTiming().endTime !== Infinity) animation.finish();
}

async function expectUsable(page: Page, stops: readonly ScreenStop[]): Promise<void> {
  for (const stop of stops) {
    await visit(page, stop);
    await page.evaluate(endFades);
    // There are no frames: judged in the page itself, without a second page for the verdict.
    const { violations } = await new AxeBuilder({ page }).setLegacyMode().options(onlyViolations).analyze();
    const found = violations
      .filter(({ impact }) => stopping.has(impact ?? ""))
      .map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .slice(0, 3)
            .map(({ target, html }) => `${String(target)} ${html.slice(0, 140)}`)
            .join(" | ")}`,
      );
    expect.soft(found, `${stop.path} on ${page.viewportSize()?.width} px`).toEqual([]);
  }
}

const shopperScreens: readonly [string, BrowserContextOptions][] = [
  ["a desk", desk],
  ["a phone", phone],
];
for (const [where, options] of shopperScreens) {
  test(`what a customer sees on ${where} can be used by everybody`, async ({ screens }) => {
    screens.expectTrouble(nothingThere);
    const page = await screens.open("Theo", options);
    await expectUsable(page, [...publicScreens, { path: await vehiclePath(page) }]);
    await expectUsable(page, cardScreens(await comeInAsCustomer(page, "theo")));
    const harriet = await comeInAsCustomer(page, "harriet");
    await expectUsable(page, [{ path: await checkoutPath(page, harriet) }]);
  });
}

for (const theme of ["light", "dark"]) {
  test(`what staff see in the ${theme} can be used by everybody`, async ({ screens, baseURL }) => {
    const page = await screens.open("staff", desk);
    await page.context().addCookies([{ name: "theme", value: theme, url: baseURL }]);
    const theo = await comeInAsCustomer(page, "theo");
    const nadia = await comeInAsCustomer(page, "nadia");
    const emil = await comeInAsCustomer(page, "emil");
    await comeInAs(page, maya);
    await expectUsable(page, [
      { path: "/desk", live: true },
      { path: `/desk?deal=${theo}`, live: true },
      ...cardScreens(theo),
    ]);
    await comeInAs(page, walt);
    await expectUsable(page, [
      { path: "/finance", live: true },
      { path: "/finance/funding" },
      { path: `/finance/credit/${nadia}` },
      { path: `/finance/${nadia}`, live: true },
      { path: `/finance/${emil}`, live: true },
      { path: `/deals/${theo}?stage=trade`, live: true },
      { path: "/staff/sign-out" },
    ]);
  });
}

for (const theme of ["light", "dark"]) {
  test(`where stock is worked on, in the ${theme}, can be used by everybody`, async ({ screens, baseURL }) => {
    const page = await screens.open("staff", desk);
    await page.context().addCookies([{ name: "theme", value: theme, url: baseURL }]);
    const vehicle = await vehiclePath(page);
    await comeInAs(page, ines);
    await expectUsable(page, stockScreens(stockNumberOf(vehicle)));
  });
}
