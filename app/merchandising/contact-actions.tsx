import { Calendar, Mail, Navigation, Phone, type LucideIcon } from "lucide-react";
import { cx } from "#app/ui/class-names";
import { fill, useVehicleWords } from "./page-words";
import type { StoreFront } from "./store-front";
import { directionsTo, letterTo, telLink } from "./store-links";

interface ContactActionsProps {
  store: StoreFront;
  /** A letter that asks for a test drive. */
  letter: string;
  /** What a plain letter is about. */
  subject: string;
}

/** Four ways to a person, each under one thumb. */
export function ContactActions({ store, letter, subject }: ContactActionsProps) {
  const words = useVehicleWords().contact;
  return (
    <ul
      aria-label={fill(words.label, { store: store.name })}
      className="grid auto-cols-fr grid-flow-col max-sm:py-1 sm:divide-x sm:divide-line sm:border-t sm:border-line"
    >
      <Act icon={Phone} label={words.call} href={telLink(store.phone)} />
      <Act icon={Mail} label={words.write} href={letterTo(store.email, subject, "")} />
      <Act icon={Calendar} label={words.drive} href={letter} />
      <Act icon={Navigation} label={words.map} href={directionsTo(store)} away />
    </ul>
  );
}

const actClass =
  "flex w-full flex-col items-center gap-1.5 py-2.5 text-13 text-ink-2 transition-colors duration-140 hover:text-ink focus-visible:-outline-offset-2 sm:hover:bg-ground sm:hover:text-ink";

function Act({ icon, label, href, away = false }: { icon: LucideIcon; label: string; href: string; away?: boolean }) {
  return (
    <li>
      <a href={href} className={actClass} {...(away ? { rel: "noreferrer", target: "_blank" } : {})}>
        <ActFace icon={icon} label={label} />
      </a>
    </li>
  );
}

function ActFace({ icon: Icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <>
      <span
        className={cx(
          "grid place-items-center max-sm:size-12 max-sm:rounded-sheet max-sm:border max-sm:border-line-2 max-sm:text-ink",
        )}
      >
        <Icon aria-hidden className="size-4.5 max-sm:size-5.5" strokeWidth={1.75} />
      </span>
      {label}
    </>
  );
}
