import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";

interface PhotoFileInputProps {
  label: string;
  /** On a phone the camera opens at once; elsewhere the files. */
  camera: boolean;
  multiple: boolean;
  isWord: boolean;
  onFiles: (files: File[]) => void;
  children: ReactNode;
}

/** The browser's own way to photos. */
export function PhotoFileInput({ label, camera, multiple, isWord, onFiles, children }: PhotoFileInputProps) {
  return (
    <label
      className={cx(
        "block cursor-pointer rounded-cell has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent-600",
        isWord && "inline-block text-13 font-medium text-accent-600 touch:py-3",
      )}
    >
      <input
        type="file"
        accept="image/*"
        multiple={multiple}
        {...(camera ? { capture: "environment" as const } : {})}
        aria-label={label}
        className="sr-only"
        onChange={(event) => {
          const files = [...(event.currentTarget.files ?? [])];
          event.currentTarget.value = "";
          if (files.length > 0) onFiles(files);
        }}
      />
      <span aria-hidden>{children}</span>
    </label>
  );
}
