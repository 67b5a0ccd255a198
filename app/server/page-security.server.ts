import { randomBytes } from "node:crypto";
import type { RequestHandler, Response } from "express";
import helmet from "helmet";
import { allPayments } from "#app/payments/payment-connection.server";
import { env } from "#app/platform/env.server";

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** Pages about a person or a deal: never kept by a browser or a proxy. */
const personalPath =
  /^\/(credit|deals|desk|finance|merchandising|pay|promise|resume|sign|signing|staff|store|dev)(\/|\.|$)/;

export function nonceOf(response: Response): string {
  return response.locals.nonce as string;
}

const giveNonce: RequestHandler = (_request, response, next) => {
  response.locals.nonce = randomBytes(16).toString("base64");
  next();
};

/** Stripe's hosted page, or the stand-in's. */
const paymentPageOrigin = () => allPayments()[0]?.pageOrigin ?? "https://checkout.stripe.com";

/** One policy in development and production. Scripts run by this response's nonce and nothing else. */
const policy = helmet({
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'none'"],
      scriptSrc: ["'strict-dynamic'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
      styleSrc: ["'self'", (_request, response) => `'nonce-${nonceOf(response as Response)}'`],
      // Radix positions its popovers by style attributes, on the server too.
      styleSrcAttr: ["'unsafe-inline'"],
      connectSrc: ["'self'"],
      imgSrc: ["'self'", "data:", "blob:"],
      fontSrc: ["'self'"],
      manifestSrc: ["'self'"],
      baseUri: ["'none'"],
      // The deposit's form is answered by a redirect to the provider's own page.
      formAction: ["'self'", () => paymentPageOrigin()],
      frameAncestors: ["'none'"],
    },
  },
  crossOriginOpenerPolicy: { policy: "same-origin" },
  crossOriginResourcePolicy: { policy: "same-origin" },
  crossOriginEmbedderPolicy: false,
  originAgentCluster: true,
  referrerPolicy: { policy: "no-referrer" },
  strictTransportSecurity: false,
  xFrameOptions: { action: "deny" },
});

const transport: RequestHandler = (request, response, next) => {
  // Said on http it would be ignored at best; on a demo's localhost it would lock the developer out of http.
  if (request.secure || env.PUBLIC_URL.startsWith("https:")) {
    response.setHeader("Strict-Transport-Security", `max-age=${YEAR_SECONDS}; includeSubDomains`);
  }
  response.setHeader("Permissions-Policy", "camera=(self), microphone=(), geolocation=(), payment=(), usb=()");
  next();
};

/** What a route says about caching stands; where it says nothing, pages are not kept. */
const caching: RequestHandler = (request, response, next) => {
  const writeHead = response.writeHead.bind(response) as (...args: unknown[]) => Response;
  response.writeHead = ((...args: unknown[]) => {
    if (!response.hasHeader("Cache-Control")) {
      // A page carries a nonce that must not be served twice.
      response.setHeader("Cache-Control", personalPath.test(request.path) ? "no-store" : "private, no-cache");
    }
    return writeHead(...args);
  }) as Response["writeHead"];
  next();
};

export const pageSecurity: RequestHandler[] = [giveNonce, policy, transport, caching];
