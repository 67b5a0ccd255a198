import { Trash2 } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useDeal } from "#app/deal-card/use-deal";
import { MAX_CHAT_TEXT } from "#app/realtime/chat-limits";
import type { CannedAnswer } from "#app/realtime/chat-protocol";
import { Button } from "#app/ui/button";
import { useLocale, useMessages } from "#app/ui/messages";
import { StaffBlock } from "#app/ui/staff-block";
import { chatMessages } from "./chat-messages";
import type { Chat } from "./use-chat";

const keepers = ["salesManager", "generalManager", "admin"];

interface CannedAnswersProps {
  chat: Chat;
  written: string;
  onUse(text: string): void;
}

/** What the store says often: a tap puts it into the box, where it can still be changed. Its managers keep the list. */
export function CannedAnswers({ chat, written, onUse }: CannedAnswersProps) {
  const { me } = useDeal();
  const t = useMessages(chatMessages);
  const locale = useLocale();
  const [managing, setManaging] = useState(false);
  const list = useCannedList(chat);
  const mayManage = keepers.includes(me?.role ?? "");
  return (
    <StaffBlock
      title={t("canned.title")}
      aside={
        mayManage ? (
          <button
            type="button"
            className="touch-target underline underline-offset-3"
            onClick={() => setManaging(!managing)}
          >
            {managing ? t("canned.done") : t("canned.manage")}
          </button>
        ) : null
      }
      className="rounded-block border border-staff-200"
    >
      {chat.state.canned.length === 0 ? <p className="text-13">{t("canned.none")}</p> : null}
      <ul className="-mx-2 max-h-44 overflow-y-auto">
        {chat.state.canned.map((answer) => (
          <li key={answer.id} className="flex items-center gap-1">
            <button
              type="button"
              onClick={() => onUse(answer[locale])}
              className="min-h-9 min-w-0 flex-1 rounded-chip px-2 py-1.5 text-left text-13 hover:bg-staff-200/40 touch:min-h-11"
            >
              {answer[locale]}
            </button>
            {managing ? (
              <Button
                kind="quiet"
                size="small"
                icon
                aria-label={`${t("canned.remove")}: ${answer[locale]}`}
                onClick={() => void list.change({ remove: answer.id })}
              >
                <Trash2 aria-hidden strokeWidth={1.75} />
              </Button>
            ) : null}
          </li>
        ))}
      </ul>
      {managing ? <NewAnswer written={written} onAdd={(en, fr) => void list.change({ en, fr })} /> : null}
      {list.failed ? (
        <p role="alert" className="mt-2 text-13 text-neg">
          {t("canned.failed")}
        </p>
      ) : null}
    </StaffBlock>
  );
}

function NewAnswer({ written, onAdd }: { written: string; onAdd: (en: string, fr: string) => void }) {
  const t = useMessages(chatMessages);
  const add = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const en = String(form.get("en") ?? "").trim();
    if (en === "") return;
    onAdd(en, String(form.get("fr") ?? "").trim());
    event.currentTarget.reset();
  };
  const box =
    "mt-1 w-full resize-none rounded-cell border border-staff-200 bg-surface px-3 py-2 text-13 text-ink outline-hidden focus:border-staff-500 focus:ring-3 focus:ring-staff-200 touch:text-16";
  return (
    <form onSubmit={add} className="mt-2 flex flex-col gap-2">
      {(["english", "french"] as const).map((language) => (
        <label key={language} className="block text-12 font-medium">
          {t(`canned.${language}`)}
          <textarea
            name={language === "english" ? "en" : "fr"}
            rows={2}
            maxLength={MAX_CHAT_TEXT}
            defaultValue={language === "english" ? written : ""}
            className={box}
          />
        </label>
      ))}
      <Button type="submit" size="small" className="self-start">
        {t("canned.add")}
      </Button>
    </form>
  );
}

function useCannedList({ session }: Chat) {
  const [failed, setFailed] = useState(false);
  const change = async (fields: { remove: string } | { en: string; fr: string }) => {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.set(name, value);
    try {
      const answer = await fetch("/desk/canned-answers", { method: "POST", body: form });
      if (!answer.ok) throw new Error(String(answer.status));
      const { canned } = (await answer.json()) as { canned: CannedAnswer[] };
      session.setCanned(canned);
      setFailed(false);
    } catch {
      setFailed(true);
    }
  };
  return { failed, change };
}
