/** The camera where there is one, else a file; needs no JavaScript. */
export function PhotoInput({ label }: { label: string }) {
  return (
    <input
      type="file"
      name="file"
      required
      accept="image/jpeg,image/png,image/webp"
      capture="environment"
      aria-label={label}
      className="min-h-11 w-full min-w-0 flex-1 text-13 file:mr-3 file:h-9 file:rounded-cell file:border file:border-line-2 file:bg-surface file:px-3"
    />
  );
}
