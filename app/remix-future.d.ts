import "@remix-run/node";

// Loaders' types follow Remix's single fetch, which remix.config.js turns on.
declare module "@remix-run/node" {
  interface Future {
    v3_singleFetch: true;
  }
}
