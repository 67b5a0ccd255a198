/** A paper made for this reader: shown in its own box, never kept by anything on the way. */
export const pdfAnswer = ({ bytes, fileName }: { bytes: Uint8Array; fileName: string }): Response =>
  new Response(Buffer.from(bytes), {
    headers: {
      "Content-Type": "application/pdf",
      "Content-Disposition": `inline; filename="${fileName}"`,
      "Cache-Control": "no-store",
      "X-Content-Type-Options": "nosniff",
      "Content-Security-Policy": "sandbox; default-src 'none'; object-src 'self'; plugin-types application/pdf",
    },
  });
