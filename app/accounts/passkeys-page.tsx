import { Form, Link, useNavigation, useRevalidator } from "@remix-run/react";
import { KeyRound } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { AccountPage, Question } from "./account-page";
import { FormNotice } from "./form-notice";
import { useKnowsPasskeys } from "./passkey-buttons";
import { type CeremonyEnd, enrolPasskey } from "./passkey-ceremony";
import { passkeyMessages } from "./passkey-messages";
import type { PasskeyRow } from "./passkey-row";
import { STAFF_HOME } from "./staff-home";

interface PasskeysPageProps {
  store: string | null;
  passkeys: PasskeyRow[];
  /** Signed in so lately that nobody is asked again. */
  fresh: boolean;
  removed: boolean;
}

/** A member of staff's own passkeys: which there are, one more, one less. */
export function PasskeysPage({ store, passkeys, fresh, removed }: PasskeysPageProps) {
  const t = useMessages(passkeyMessages);
  const [end, setEnd] = useState<CeremonyEnd | null>(null);
  const back = (
    <Link to={STAFF_HOME} className="link touch-target">
      {t("back")}
    </Link>
  );
  return (
    <AccountPage store={store}>
      <Question title={t("title")} lead={t("lead")} after={back}>
        <p role="status" className="text-pos empty:hidden">
          {end === "done" ? t("done") : removed && end === null ? t("removed") : null}
        </p>
        {passkeys.length === 0 ? (
          <p className="text-ink-2">{t("none")}</p>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {passkeys.map((passkey) => (
              <OnePasskey key={passkey.id} passkey={passkey} onRemove={() => setEnd(null)} />
            ))}
          </ul>
        )}
        <AddPasskey asksCode={!fresh || end === "secondFactor"} end={end} onEnd={setEnd} />
      </Question>
    </AccountPage>
  );
}

function OnePasskey({
  passkey: { id, name, createdAt, lastUsedAt },
  onRemove,
}: {
  passkey: PasskeyRow;
  onRemove(): void;
}) {
  const t = useMessages(passkeyMessages);
  const format = useFormat();
  const busy = useNavigation().formData?.get("id") === id;
  const used = lastUsedAt ? t("used", { date: format.date(lastUsedAt) }) : t("notUsed");
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-2 py-3">
      <KeyRound aria-hidden className="mt-0.5 size-4.5 shrink-0 text-ink-3" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className="font-semibold break-words">{name}</p>
        <p className="text-13 text-ink-2">
          {t("added", { date: format.date(createdAt) })}, {used}
        </p>
      </div>
      <details className="group shrink-0 open:w-full">
        <summary className="link touch-target inline-flex min-h-11 items-center text-13 group-open:hidden">
          {t("remove")}
        </summary>
        <Form method="post" onSubmit={onRemove} className="flex flex-col items-start gap-2">
          <input type="hidden" name="id" value={id} />
          <p className="text-13 text-ink-2">{t("removeNote")}</p>
          <Button
            type="submit"
            size="medium"
            busy={busy}
            className="h-auto! max-w-full py-2 text-left whitespace-normal!"
          >
            {t("removeAct", { name })}
          </Button>
        </Form>
      </details>
    </li>
  );
}

interface AddPasskeyProps {
  asksCode: boolean;
  end: CeremonyEnd | null;
  onEnd(end: CeremonyEnd): void;
}

function AddPasskey({ asksCode, end, onEnd }: AddPasskeyProps) {
  const t = useMessages(passkeyMessages);
  const known = useKnowsPasskeys();
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const press = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const given = new FormData(form);
    setBusy(true);
    const ended = await enrolPasskey(String(given.get("name") ?? ""), String(given.get("code") ?? ""));
    setBusy(false);
    onEnd(ended);
    if (ended !== "done") return;
    form.reset();
    revalidate();
  };
  if (known === false) return <p className="text-ink-2">{t("unsupported")}</p>;
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void press(event)}>
      <FormNotice>{end && end !== "done" ? t(`not.${end}`) : null}</FormNotice>
      <TextField name="name" label={t("name")} hint={t("nameHint")} maxLength={60} required />
      {asksCode ? (
        <TextField
          name="code"
          label={t("code")}
          hint={t("codeHint")}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={7}
          required
        />
      ) : null}
      <Button type="submit" kind="primary" size="large" wide disabled={known === null} busy={busy}>
        {t("add")}
      </Button>
    </form>
  );
}
