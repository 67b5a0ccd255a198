import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { whoVariable, type Who } from "#app/ui/person-colour";
import { uiMessages } from "#app/ui/ui-messages";

interface AvatarProps {
  /** Full name; two initials are drawn. */
  name: string;
  /** Their colour on this card; nobody in particular is grey. */
  who?: Who;
  online?: boolean;
  size?: 20 | 28 | 32 | 36;
  className?: string;
}

const sizeClass = {
  20: "size-5 text-[.5625rem]",
  28: "size-7 text-[.6875rem]",
  32: "size-8 text-12",
  36: "size-9 text-13",
};

export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map(
    (word) => Array.from(word ?? "")[0] ?? "",
  );
  return letters.join("").toLocaleUpperCase();
}

export function Avatar({ name, who, online = false, size = 28, className }: AvatarProps) {
  const t = useMessages(uiMessages);
  return (
    <span
      role="img"
      aria-label={online ? `${name}, ${t("online")}` : name}
      className={cx("relative inline-block shrink-0", who && whoVariable[who], className)}
    >
      <span
        aria-hidden
        className={cx(
          "grid place-items-center rounded-full font-semibold",
          sizeClass[size],
          who ? "bg-(--who) text-on-who" : "bg-ink-3 text-surface",
        )}
      >
        {initials(name)}
      </span>
      {online ? (
        <span
          aria-hidden
          className="absolute -right-0.5 -bottom-0.5 size-2.5 rounded-full border-2 border-surface bg-pos-mark"
        />
      ) : null}
    </span>
  );
}

/** The green dot of a live line, with its halo. */
export function LiveDot({ live = true, className }: { live?: boolean; className?: string }) {
  return (
    <span
      aria-hidden
      className={cx(
        "inline-block size-2 shrink-0 rounded-full",
        live ? "bg-pos-mark ring-3 ring-pos-mark/15" : "bg-control",
        className,
      )}
    />
  );
}
