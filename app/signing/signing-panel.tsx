import { Form, useNavigation } from "@remix-run/react";
import { PenLine } from "lucide-react";
import { Button } from "#app/ui/button";
import { CheckboxField, ChoiceField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SignerBox } from "#app/ui/signer-box";
import { TextAreaField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { useDocumentName } from "./document-looks";
import type { JacketList, OpenSigning } from "./jacket-list";
import { jacketMessages } from "./jacket-messages";

/** Begins a signing, or shows how far the open one is. */
export function SigningPanel({ dealId, list }: { dealId: string; list: JacketList }) {
  const t = useMessages(jacketMessages);
  return (
    <Sheet className="flex flex-col gap-4">
      <SheetHead title={t("signing.title")} />
      {list.open ? <OpenPanel dealId={dealId} open={list.open} /> : <StartPanel list={list} />}
    </Sheet>
  );
}

function StartPanel({ list }: { list: JacketList }) {
  const t = useMessages(jacketMessages);
  const busy = useNavigation().formData?.get("act") === "start";
  const { isFrozen, signable, buyer, coBuyer } = list;
  if (!isFrozen) return <p className="text-ink-2">{t("signing.frozenFirst")}</p>;
  if (signable.length === 0) return <p className="text-ink-2">{t("signing.none")}</p>;
  const people = [
    { role: "buyer", name: buyer, hasMail: list.hasBuyerMail },
    ...(coBuyer === null ? [] : [{ role: "coBuyer", name: coBuyer, hasMail: list.hasCoBuyerMail }]),
  ];
  return (
    <Form method="post" className="flex flex-col gap-4">
      <input type="hidden" name="act" value="start" />
      <p className="text-pretty text-ink-2">{t("signing.lead", { count: signable.length })}</p>
      <ChosenDocuments list={list} />
      {people.map(({ role, name, hasMail }) => (
        <ChoiceField
          key={role}
          name={role}
          label={t("signing.buyer", { name })}
          defaultValue="screen"
          choices={[
            { value: "screen", label: t("signing.screen") },
            {
              value: "remote",
              label: t("signing.remote"),
              ...(hasMail ? {} : { disabled: true, hint: t("signing.noMail") }),
            },
          ]}
        />
      ))}
      <Button type="submit" kind="primary" size="large" wide busy={busy}>
        <PenLine aria-hidden strokeWidth={1.75} />
        {t("signing.start")}
      </Button>
    </Form>
  );
}

/** Which of them: some may be signed from afar before the rest at the store; what the hand-over needs waits for it. */
function ChosenDocuments({ list: { documents, signable } }: { list: JacketList }) {
  const t = useMessages(jacketMessages);
  const nameOf = useDocumentName();
  return (
    <fieldset className="border-y border-line py-1">
      <legend className="sr-only">{t("signing.which")}</legend>
      {documents
        .filter(({ key }) => signable.includes(key))
        .map((document) => (
          <CheckboxField
            key={document.key}
            name="only"
            value={document.key}
            label={nameOf(document)}
            hint={document.due === "delivery" ? t("signing.atDelivery") : undefined}
            defaultChecked={document.due !== "delivery"}
          />
        ))}
    </fieldset>
  );
}

function OpenPanel({ dealId, open }: { dealId: string; open: OpenSigning }) {
  const t = useMessages(jacketMessages);
  const format = useFormat();
  const busy = useNavigation().formData?.get("act");
  const next = open.signers.find(({ isNext }) => isNext);
  const values = { number: open.number, count: open.documents, day: format.date(open.expiresAt, "long") };
  return (
    <div className="flex flex-col gap-4">
      <p className="text-13 text-ink-3">{t("signing.open", values)}</p>
      <ol className="divide-y divide-line border-y border-line" aria-live="polite">
        {open.signers.map(({ role, name, channel, signed, viewed, isNext }) => (
          <li key={role} className="flex items-center gap-3 py-2.5">
            <SignerBox name={name} signed={signed} label={t(signed ? "isSigned" : "notSigned", { name })} />
            <span className="min-w-0 flex-1">
              <span className="block truncate font-medium">{name}</span>
              <span className="block text-12 text-ink-3">
                {t(`roles.${role}`)}, {t(channel === "remote" ? "signing.away" : "signing.here")}
                {signed ? `, ${t("signing.signed")}` : viewed ? `, ${t("signing.viewed")}` : ""}
              </span>
            </span>
            {isNext ? <span className="text-12 font-medium text-accent-700">{t("signing.next")}</span> : null}
          </li>
        ))}
      </ol>
      {next?.role === "store" ? (
        <Form method="post" action={`/deals/${dealId}/sign`}>
          <input type="hidden" name="act" value="begin" />
          <Button type="submit" kind="primary" size="large" wide>
            <PenLine aria-hidden strokeWidth={1.75} />
            {t("signing.forStore")}
          </Button>
        </Form>
      ) : next?.channel === "screen" ? (
        <p className="text-13 text-pretty text-ink-2">{t("signing.pair")}</p>
      ) : (
        <Form method="post" className="flex flex-col gap-3">
          <input type="hidden" name="act" value="resend" />
          <input type="hidden" name="envelopeId" value={open.envelopeId} />
          <TextField type="email" name="email" label={t("signing.address")} autoComplete="off" maxLength={200} />
          <Button type="submit" wide busy={busy === "resend"}>
            {t("signing.resend")}
          </Button>
        </Form>
      )}
      <details>
        <summary className="flex h-11 list-none items-center justify-center rounded-cell font-medium text-accent-600 hover:bg-accent-50">
          {t("signing.void")}
        </summary>
        <Form method="post" className="flex flex-col gap-3 pt-2">
          <input type="hidden" name="act" value="void" />
          <input type="hidden" name="envelopeId" value={open.envelopeId} />
          <TextAreaField name="reason" label={t("signing.voidWhy")} rows={2} maxLength={500} required />
          <Button type="submit" wide busy={busy === "void"}>
            {t("signing.voidAct")}
          </Button>
        </Form>
      </details>
    </div>
  );
}
