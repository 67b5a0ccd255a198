import { type FormEvent, useState } from "react";
import { taxesPanelMessages } from "#app/deal-card/taxes/taxes-panel-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { parseMoney } from "#app/ui/parse-money";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DealEdit } from "#machines/deal/deal-events";
import type { LineBasis } from "#machines/desking/line-basis";
import type { MoneyLine } from "#machines/desking/money-line";
import { cents } from "#machines/money/cents";

interface StateByHandProps {
  line: MoneyLine;
  basis: LineBasis;
}

/** The line is stated under the code it is kept by: a tax rolled into the lease is the tax at signing. */
const codeOf = (line: MoneyLine) => (line.code === "capitalizedTax" ? "upfrontTax" : line.code);

/** A manager's own amount in place of the rule's, with a reason that everybody reads; and the way back. */
export function StateByHand({ line, basis }: StateByHandProps) {
  const { send } = useDeal();
  const t = useMessages(taxesPanelMessages);
  const sentenceOf = useRefusalSentence();
  const [open, setOpen] = useState(false);
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<string>();
  const isStated = basis.workedOut !== null;
  const say = async (edit: DealEdit) => {
    setBusy(true);
    setRefused(undefined);
    const answer = await send(edit);
    setBusy(false);
    if (answer.status === "refused") return setRefused(sentenceOf(answer.refusal));
    setOpen(false);
  };
  return (
    <div className="px-4 pb-3">
      {open ? (
        <AmountForm
          amount={line.amount}
          busy={busy}
          onCancel={() => setOpen(false)}
          onSave={(amount, reason) =>
            void say({ type: "taxes.lineOverridden", code: codeOf(line), amount: cents(amount), reason })
          }
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          <Button size="small" onClick={() => setOpen(true)}>
            {t(isStated ? "stated.change" : "stated.open")}
          </Button>
          {isStated ? (
            <Button
              kind="quiet"
              size="small"
              busy={busy}
              onClick={() => void say({ type: "taxes.overrideRemoved", code: codeOf(line) })}
            >
              {t("stated.remove")}
            </Button>
          ) : null}
        </div>
      )}
      <p aria-live="polite" className={refused ? "mt-2 text-13 text-neg" : "sr-only"}>
        {refused}
      </p>
    </div>
  );
}

interface AmountFormProps {
  amount: number;
  busy: boolean;
  onCancel: () => void;
  onSave: (amount: number, reason: string) => void;
}

function AmountForm({ amount, busy, onCancel, onSave }: AmountFormProps) {
  const t = useMessages(taxesPanelMessages);
  const format = useFormat();
  const [problems, setProblems] = useState<{ amount?: string; reason?: string }>({});
  const save = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const typed = parseMoney(String(form.get("amount") ?? ""));
    const reason = String(form.get("reason") ?? "").trim();
    const wrong = {
      ...((typed === null || typed < 0) && { amount: t("stated.notAnAmount") }),
      ...(reason === "" && { reason: t("stated.reasonMissing") }),
    };
    setProblems(wrong);
    if (typed !== null && Object.keys(wrong).length === 0) onSave(typed, reason);
  };
  return (
    <form onSubmit={save} noValidate className="flex flex-col gap-3 rounded-block bg-ground p-3">
      <TextField
        name="amount"
        label={t("stated.amount")}
        error={problems.amount}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={format.money(amount)}
        className="max-w-40"
      />
      <TextField
        name="reason"
        label={t("stated.reason")}
        hint={t("stated.reasonHint")}
        error={problems.reason}
        maxLength={300}
        autoComplete="off"
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" size="small" busy={busy}>
          {t("stated.save")}
        </Button>
        <Button kind="quiet" size="small" onClick={onCancel}>
          {t("stated.cancel")}
        </Button>
      </div>
    </form>
  );
}
