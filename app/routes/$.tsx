/** An address nobody answers. A route of its own, so that the 404 page has root data: language, nonce, request id. */
export function loader(): never {
  throw new Response(null, { status: 404, statusText: "Not Found" });
}

export default function NotHere() {
  return null;
}
