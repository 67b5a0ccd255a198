import { type FormEvent, useState } from "react";
import { Disclosure } from "#app/deal-card/disclosure";
import { pencilMessages } from "#app/deal-card/finance/pencil-messages";
import type { ShownPencil } from "#app/deal-card/finance/pencil-sheet";
import { PencilState } from "#app/deal-card/finance/pencil-state";
import { cardPlaces } from "#app/deal-card/card-action";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { MoneyField } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { TextAreaField, TextField } from "#app/ui/text-field";
import { permissionFor } from "#machines/deal/deal-permissions";
import { cents, noCents } from "#machines/money/cents";

/** Agree with a typed name, ask for something else, or say no; the store may take it back until then. */
export function PencilAnswers({ pencil }: { pencil: ShownPencil }) {
  const { role } = useActionReader();
  const t = useMessages(pencilMessages);
  const { busy, act } = useSend();
  if (permissionFor("pencil.accepted").by.includes(role)) return <CustomerAnswers pencil={pencil} />;
  return (
    <div className="mt-3 flex flex-wrap items-center justify-between gap-3">
      <PencilState pencil={pencil} />
      {permissionFor("pencil.withdrawn").by.includes(role) ? (
        <Button size="small" busy={busy} onClick={() => void act({ type: "pencil.withdrawn", number: pencil.number })}>
          {t("withdraw")}
        </Button>
      ) : null}
    </div>
  );
}

function CustomerAnswers({ pencil: { number, seal } }: { pencil: ShownPencil }) {
  const { view } = useDeal();
  const t = useMessages(pencilMessages);
  const { busy, act } = useSend();
  const { firstName, lastName } = view.card.people.customer;
  const [missing, setMissing] = useState(false);
  const accept = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const signedName = String(new FormData(event.currentTarget).get("signedName") ?? "").trim();
    setMissing(signedName === "");
    if (signedName !== "") void act({ type: "pencil.accepted", number, contentHash: seal.contentHash, signedName });
  };
  return (
    <div className="mt-4 flex flex-col gap-3">
      <form id={cardPlaces.pencil} onSubmit={accept} noValidate className="flex flex-wrap items-start gap-3">
        <TextField
          className="min-w-60 flex-1"
          name="signedName"
          label={t("accept.name")}
          hint={t("accept.nameHint")}
          error={missing ? t("accept.missing") : undefined}
          autoComplete="name"
          maxLength={80}
          placeholder={[firstName, lastName].filter(Boolean).join(" ")}
        />
        <Button type="submit" busy={busy} className="mt-5.5">
          {t("accept.act")}
        </Button>
      </form>
      <Counter number={number} />
      <div>
        <Button
          kind="word"
          className="-ml-3"
          busy={busy}
          onClick={() => void act({ type: "pencil.declined", number, note: "" })}
        >
          {t("decline")}
        </Button>
      </div>
    </div>
  );
}

function Counter({ number }: { number: number }) {
  const { view } = useDeal();
  const t = useMessages(pencilMessages);
  const { busy, act } = useSend();
  const isCash = view.card.pencils.list[number - 1]?.terms.method === "cash";
  const [payment, setPayment] = useState<number | null>(null);
  const [cash, setCash] = useState<number | null>(null);
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "").trim();
    void act({
      type: "pencil.countered",
      number,
      targetPayment: payment ? cents(payment) : null,
      cashDown: cash === null ? null : cents(cash),
      note,
    });
  };
  return (
    <Disclosure title={t("counter.title")}>
      <form onSubmit={send} className="flex flex-col gap-3">
        <div className="grid gap-3 sm:grid-cols-2">
          {isCash ? null : (
            <MoneyField
              label={t("counter.payment")}
              value={payment ?? noCents}
              onType={setPayment}
              onCommit={setPayment}
            />
          )}
          <MoneyField
            label={t("counter.cash")}
            value={cash ?? view.card.finance.cashDown}
            onType={setCash}
            onCommit={setCash}
          />
        </div>
        <TextAreaField name="note" label={t("counter.note")} rows={2} maxLength={500} />
        <Button type="submit" busy={busy} className="self-start">
          {t("counter.act")}
        </Button>
      </form>
    </Disclosure>
  );
}
