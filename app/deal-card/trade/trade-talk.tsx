import { type FormEvent, useState } from "react";
import { usePersonName } from "#app/deal-card/card-people";
import { useCurrentCar } from "#app/deal-card/current-car";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { talkMessages } from "#app/deal-card/trade/talk-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { TextAreaField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";

const MAX_MESSAGE = 500;

/** Both sides write about one car where its offer is; the newest line is told to whoever cannot see the screen. */
export function TradeTalk() {
  const { view } = useDeal();
  const { trade, about } = useCurrentCar();
  const t = useMessages(talkMessages);
  const voice = useReaderVoice();
  const { busy, act } = useSend();
  const [text, setText] = useState("");
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const words = text.trim();
    if (words && (await act({ type: "trade.messageSent", text: words, ...about }))) setText("");
  };
  return (
    <LivePlace field="tradeMessages" tint={false}>
      <ol aria-live="polite" className="flex flex-col gap-2">
        {trade.messages.map((message, at) => (
          <li key={`${message.at} ${at}`}>
            <Line message={message} />
          </li>
        ))}
      </ol>
      {trade.messages.length === 0 ? <p className="text-13 text-ink-3">{t("none", { ...voice })}</p> : null}
      <form onSubmit={(event) => void send(event)} className="mt-3 flex items-end gap-2">
        <TextAreaField
          label={t("label")}
          hideLabel
          rows={2}
          maxLength={MAX_MESSAGE}
          className="min-w-0 flex-1"
          placeholder={t("placeholder", { ...voice, store: view.card.store.name })}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" busy={busy}>
          {t("send")}
        </Button>
      </form>
    </LivePlace>
  );
}

type Message = ReturnType<typeof useCurrentCar>["trade"]["messages"][number];

function Line({ message }: { message: Message }) {
  const { isStaff } = useDeal();
  const t = useMessages(talkMessages);
  const format = useFormat();
  const nameOf = usePersonName();
  const isOwnSide = (message.by.kind === "customer") !== isStaff;
  return (
    <div className={cx("flex flex-col", isOwnSide ? "items-end" : "items-start")}>
      <p
        className={cx(
          "max-w-[85%] rounded-sheet px-3.5 py-2 whitespace-pre-line wrap-anywhere",
          isOwnSide ? "bg-accent-600 text-on-accent" : "bg-sunken",
        )}
      >
        {message.text}
      </p>
      <span className="mt-0.5 px-1 text-12 text-ink-3">
        {t("by", { who: nameOf(message.by), time: format.dateTime(message.at, "weekday") })}
      </span>
    </div>
  );
}
