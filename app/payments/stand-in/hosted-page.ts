import type { CheckoutSession, PaymentIntent } from "./stand-in-objects";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign);

const money = (amount: number, currency: string) =>
  new Intl.NumberFormat("en-US", { style: "currency", currency }).format(amount / 100);

const style = `
  :root { color-scheme: light; }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100dvh; display: grid; place-items: center; padding: 16px; background: #f2f2f7;
    color: #1c1c1e; font: 16px/1.5 system-ui, sans-serif; }
  main { width: 100%; max-width: 400px; background: #fff; border-radius: 20px; padding: 24px;
    box-shadow: 0 1px 2px #0000000f, 0 8px 32px #0000000f; }
  .chip { display: inline-block; padding: 2px 10px; border-radius: 99px; background: #fff4d6; color: #6b4a00;
    font-size: 13px; font-weight: 600; }
  h1 { font-size: 20px; line-height: 1.3; margin: 16px 0 4px; }
  .amount { font-size: 32px; font-weight: 650; font-variant-numeric: tabular-nums; margin: 16px 0; }
  p { margin: 0 0 12px; color: #48484a; }
  .alert { padding: 10px 14px; border-radius: 12px; background: #fdecec; color: #a3161b; }
  form { display: grid; gap: 10px; margin-top: 16px; }
  button, a.button { min-height: 48px; border-radius: 12px; border: 1px solid #c7c7cc; background: #fff; color: inherit;
    font: inherit; font-weight: 600; cursor: pointer; text-decoration: none; display: grid; place-items: center; }
  button.primary { background: #1c1c1e; border-color: #1c1c1e; color: #fff; }
  a.button { border-color: transparent; font-weight: 500; }
  :focus-visible { outline: 3px solid #0a66ff; outline-offset: 2px; }`;

const page = (title: string, body: string) => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex"><title>${title}</title><style>${style}</style></head>
<body><main><span class="chip">Built-in test payment provider</span>${body}</main></body></html>`;

/** The payment page: plainly not the store's, plainly a test; no field for a card. */
export function checkoutPage(session: CheckoutSession, intent: PaymentIntent | null): string {
  const amount = money(session.amount_total, session.currency);
  const back = `<a class="button" href="${escaped(session.cancel_url)}">Go back without paying</a>`;
  const declined = intent?.last_payment_error
    ? `<p class="alert" role="alert">${escaped(intent.last_payment_error.message)} Try another card.</p>`
    : "";
  return page(
    "Test payment",
    `<h1>${escaped(session.stand_in.description)}</h1><div class="amount">${amount}</div>${declined}
     <p>No card is asked for and no money moves.</p>
     <form method="post">
       <button class="primary" name="card" value="succeeds">Pay ${amount}</button>
       <button name="card" value="asksFor3ds">Pay, and let the bank ask first (3-D Secure)</button>
       <button name="card" value="declined">Let the card be declined</button>
       <button name="card" value="insufficientFunds">Let the card have too little money</button>
       ${back}
     </form>`,
  );
}

export function finishedPage(session: CheckoutSession): string {
  const sentence = session.status === "complete" ? "This payment is finished." : "This page is no longer open.";
  return page(
    "Test payment",
    `<h1>${sentence}</h1><form><a class="button" href="${escaped(session.success_url)}">Back to your deal</a></form>`,
  );
}

/** The payer's bank: 3-D Secure. Leaving is just not pressing anything. */
export function bankPage(session: CheckoutSession): string {
  return page(
    "Test bank",
    `<h1>Your bank wants to know that it is you</h1>
     <p>${money(session.amount_total, session.currency)} to the store.</p>
     <form method="post">
       <button class="primary" name="answer" value="complete">Yes, it is me</button>
       <button name="answer" value="fail">No, refuse it</button>
       <a class="button" href="${escaped(session.success_url)}">Leave without answering</a>
     </form>`,
  );
}
