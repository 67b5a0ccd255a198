import { expectLive } from "./card-screen";
import { comeInAsCustomer } from "./demo-people";
import { vehiclePath } from "./screens";
import { test } from "./watched-screens";

test("keys pressed while a page wakes neither break it nor keep it from waking", async ({ screens }) => {
  const page = await screens.open("hasty");
  const dealId = await comeInAsCustomer(page, "kenji");
  const vehicle = await vehiclePath(page);
  // Between any two tasks of a page, from before its code is there until after it has woken.
  await page.addInitScript(() => {
    const { port1, port2 } = new MessageChannel();
    const until = performance.now() + 3_000;
    port1.addEventListener("message", () => {
      document.documentElement?.dispatchEvent(new KeyboardEvent("keydown", { key: "Shift", bubbles: true }));
      if (performance.now() < until) port2.postMessage(null);
    });
    port1.start();
    port2.postMessage(null);
  });
  for (const path of ["/demo", "/inventory", vehicle]) await page.goto(path);
  await page.goto(`/deals/${dealId}?stage=finance`);
  await expectLive(page);
});
