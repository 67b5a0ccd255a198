import { env } from "#app/platform/env.server";
import type { PaymentProvider } from "./payment-provider";
import { testProvider } from "./test-provider.server";

/** The test provider takes no real money, so it exists only in the demo and outside production. */
export function chooseProvider(): PaymentProvider | null {
  return env.DEMO || env.NODE_ENV !== "production" ? testProvider : null;
}
