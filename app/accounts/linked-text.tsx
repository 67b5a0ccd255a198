const address = /(https?:\/\/[^\s<>"]+)/;

/** Plain text with its line breaks and with its addresses as links. */
export function LinkedText({ text }: { text: string }) {
  const pieces = text.split(address);
  return (
    <p className="break-words whitespace-pre-wrap text-ink-2">
      {/* A split by one group alternates text and address, so a place in the row says what a piece is. */}
      {pieces.map((piece, place) =>
        place % 2 === 1 ? (
          <a key={`${place} ${piece}`} href={piece} rel="noreferrer" className="link break-all">
            {piece}
          </a>
        ) : (
          piece
        ),
      )}
    </p>
  );
}
