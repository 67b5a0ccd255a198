/** A document of a deal on its way to its reader: shown in a window that can do nothing, kept by nobody on the way. */
export function pdfResponse(bytes: Uint8Array, fileName: string, { asFile = false } = {}): Response {
  const plain = fileName.replaceAll(/[^\w.-]+/g, "-");
  return new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `${asFile ? "attachment" : "inline"}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'; object-src 'self'; plugin-types application/pdf",
    },
  });
}

export const notFound = () => new Response(null, { status: 404, statusText: "Not Found" });
