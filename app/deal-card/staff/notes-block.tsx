import { CornerDownLeft } from "lucide-react";
import type { FormEvent } from "react";
import { staffMessages } from "#app/deal-card/staff/staff-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { useMessages } from "#app/ui/messages";
import { StaffBlock } from "#app/ui/staff-block";
import { useFormat } from "#app/ui/use-format";
import { staffFigures } from "#machines/deal/deal-view";

/** The tray holds the newest; all of them are in the history. */
const SHOWN_NOTES = 2;

/** Between staff: the customer never sees that there are any. */
export function NotesBlock() {
  const { view } = useDeal();
  const t = useMessages(staffMessages);
  const format = useFormat();
  const { notes } = staffFigures(view);
  if (!notes) return null;
  const newest = notes.slice(-SHOWN_NOTES).toReversed();
  return (
    <StaffBlock title={t("notes.title")}>
      {newest.length === 0 ? <p className="text-13">{t("notes.none")}</p> : null}
      <ul className="flex flex-col gap-2">
        {newest.map((note, index) => (
          <li key={`${note.at} ${index}`}>
            <span className="block">{note.text}</span>
            <span className="block text-12 text-staff-600">
              {t("notes.by", { name: note.by?.firstName ?? "", time: note.at ? format.time(note.at) : "" })}
            </span>
          </li>
        ))}
      </ul>
      <NoteForm />
    </StaffBlock>
  );
}

function NoteForm() {
  const t = useMessages(staffMessages);
  const { busy, act } = useSend();
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const text = String(new FormData(form).get("text") ?? "").trim();
    if (text !== "" && (await act({ type: "note.added", text }))) form.reset();
  };
  return (
    <form onSubmit={(event) => void send(event)} className="relative mt-3">
      <input
        name="text"
        aria-label={t("notes.label")}
        placeholder={t("notes.placeholder")}
        maxLength={1000}
        autoComplete="off"
        className="h-9 w-full rounded-cell border border-staff-200 bg-surface pr-9 pl-3 text-ink outline-hidden focus:border-staff-500 focus:ring-3 focus:ring-staff-200 touch:h-11 touch:text-16"
      />
      <button
        type="submit"
        aria-label={t("notes.send")}
        aria-disabled={busy}
        className="touch-target absolute top-1/2 right-2 -translate-y-1/2 rounded-chip p-1 text-staff-600"
      >
        <CornerDownLeft aria-hidden className="size-4" strokeWidth={1.75} />
      </button>
    </form>
  );
}
