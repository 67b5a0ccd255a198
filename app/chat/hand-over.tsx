import { type FormEvent, useState } from "react";
import { Disclosure } from "#app/deal-card/disclosure";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { chatMessages } from "./chat-messages";
import type { Chat } from "./use-chat";

/** Gives the conversation to a colleague: said to the customer by first names, the note whispered. */
export function HandOver({ chat, onDone }: { chat: Chat; onDone: () => void }) {
  const t = useMessages(chatMessages);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);
  const { colleagues } = chat.state;
  if (colleagues.length === 0) return null;
  const give = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    const done = await chat.session.handOver(String(form.get("to")), String(form.get("note") ?? ""));
    setBusy(false);
    setFailed(!done);
    if (done) onDone();
  };
  const control =
    "mt-1 h-9 w-full rounded-cell border border-control bg-surface px-3 text-ink outline-hidden focus:border-accent-600 focus:ring-3 focus:ring-accent-100 touch:h-11 touch:text-16";
  return (
    <Disclosure title={t("hand.title")}>
      <form onSubmit={(event) => void give(event)} className="flex flex-col gap-2.5">
        <label className="block text-12 font-medium text-ink-2">
          {t("hand.to")}
          <select name="to" className={control}>
            {colleagues.map(({ id, firstName }) => (
              <option key={id} value={id}>
                {firstName}
              </option>
            ))}
          </select>
        </label>
        <label className="block text-12 font-medium text-ink-2">
          {t("hand.note")}
          <input name="note" maxLength={1000} autoComplete="off" className={control} />
        </label>
        <Button type="submit" busy={busy} className="self-start">
          {t("hand.do")}
        </Button>
        {failed ? (
          <p role="alert" className="text-13 text-neg">
            {t("hand.failed")}
          </p>
        ) : null}
      </form>
    </Disclosure>
  );
}
