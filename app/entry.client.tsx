import { RemixBrowser } from "@remix-run/react";
import { startTransition, StrictMode } from "react";
import { hydrateRoot } from "react-dom/client";

declare global {
  interface Window {
    __webpack_nonce__?: string;
  }
}

// Radix adds style elements of its own and looks for the page's nonce under this name.
const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce;
if (nonce) window.__webpack_nonce__ = nonce;

/**
 * Remix reads the page's data the first time it is drawn, and throws the promise of it, with nothing around it to catch
 * it. A key pressed in that moment makes React draw the page at once, and a page that cannot be drawn then never wakes. So
 * the data is read before React is there.
 */
async function readData() {
  try {
    RemixBrowser({});
  } catch (thrown) {
    // Anything else comes again where React can tell of it.
    if (thrown instanceof Promise) await thrown;
  }
}

async function takeOver() {
  await readData();
  await window.loadDrawnParts?.();
  startTransition(() => {
    hydrateRoot(
      document,
      <StrictMode>
        <RemixBrowser />
      </StrictMode>,
    );
  });
}

void takeOver();
