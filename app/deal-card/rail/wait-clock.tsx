import { Hourglass } from "lucide-react";
import { type FormEvent, useState } from "react";
import { waitMessages } from "#app/deal-card/rail/wait-messages";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useDeal } from "#app/deal-card/use-deal";
import { useIsPast } from "#app/deal-card/use-is-past";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { SelectField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { promisedParties, type WaitParty } from "#machines/deal/wait-parties";

/** Choices for "by when": nobody promises 13 minutes. */
const promiseMinutes = [5, 10, 15, 30, 60, 120, 240, 1_440] as const;

/** Whom everybody waits for, since when, and by when the store said it would be done. Late promises are said aloud. */
export function WaitClock() {
  const { view } = useDeal();
  const t = useMessages(waitMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { wait, store, people, life } = view.card;
  if (life.imported) return null;
  const { party, since, promise } = wait;
  const missed = wait.past.filter(({ late }) => late).length;
  const finance = people.fniManager?.firstName;
  const sales = people.salesperson?.firstName;
  const name = (party === "financeManager" ? finance : party === "salesperson" ? sales : undefined) ?? "";
  return (
    <div className="flex gap-3">
      <Hourglass aria-hidden className="mt-0.5 size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="font-medium">
          {t(`party.${party}`, { ...voice, store: store.name, who: name, named: name ? "yes" : "no" })}
        </p>
        {party === "nobody" ? null : (
          <p className="figures text-12 text-ink-3">{t("since", { time: format.time(since) })}</p>
        )}
        {promise ? <PromiseLine until={promise.until} firstUntil={promise.firstUntil} /> : null}
        {missed > 0 ? <p className="text-12 text-ink-3">{t("missed", { count: missed })}</p> : null}
        <PromiseForm party={party} />
      </div>
    </div>
  );
}

function PromiseLine({ until, firstUntil }: { until: string; firstUntil: string }) {
  const t = useMessages(waitMessages);
  const format = useFormat();
  const moved = until !== firstUntil;
  const isLate = useIsPast(until);
  return (
    <p className={cx("figures text-12", isLate ? "text-neg" : moved ? "text-warn" : "text-ink-2")}>
      {moved
        ? t("promisedAgain", { time: format.time(until), first: format.time(firstUntil) })
        : t("promised", { time: format.time(until) })}
      {isLate ? ` ${t("isLate")}` : null}
    </p>
  );
}

/** Staff say by when; naming another party hands them the turn, such as a lender who was asked. */
function PromiseForm({ party }: { party: WaitParty }) {
  const t = useMessages(waitMessages);
  const format = useFormat();
  const { seesPlum } = useStaffSight();
  const { asOf } = useDeal();
  const { act, busy } = useSend();
  const [open, setOpen] = useState(false);
  if (!seesPlum || asOf !== null || party === "nobody") return null;
  if (!open)
    return (
      <Button kind="word" size="small" className="-ml-2.75" onClick={() => setOpen(true)}>
        {t("promise")}
      </Button>
    );
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const whom = promisedParties.find((one) => one === fields.get("party")) ?? "desk";
    const until = new Date(Date.now() + Number(fields.get("minutes")) * 60_000).toISOString();
    if (await act({ type: "wait.promised", party: whom, until })) setOpen(false);
  };
  return (
    <form className="mt-2 flex flex-col gap-2" onSubmit={(event) => void submit(event)}>
      <SelectField
        label={t("whom")}
        name="party"
        defaultValue={party}
        options={promisedParties.map((one) => ({ value: one, label: t(`whomParty.${one}`) }))}
      />
      <SelectField
        label={t("by")}
        name="minutes"
        defaultValue="10"
        options={promiseMinutes.map((minutes) => ({
          value: String(minutes),
          label: t("within", { time: format.minutes(minutes) }),
        }))}
      />
      <div className="flex gap-2">
        <Button type="submit" size="small" busy={busy}>
          {t("say")}
        </Button>
        <Button kind="quiet" size="small" onClick={() => setOpen(false)}>
          {t("not")}
        </Button>
      </div>
    </form>
  );
}
