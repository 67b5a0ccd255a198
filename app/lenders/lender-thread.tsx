import { useMessages } from "#app/ui/messages";
import { TextAreaField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { CreditActForm } from "./credit-act-form";
import type { FinanceCreditData } from "./finance-credit.server";
import { financeCreditMessages } from "./finance-credit-messages";
import { lenderThreadMessages } from "./lender-thread-messages";

type Answer = FinanceCreditData["answers"][number];
type Message = Answer["thread"][number];

/** Everything that store and lender said to each other about one application, oldest first, and a box to say more. */
export function LenderThread({ answer: { submissionId, lender, thread, canWrite } }: { answer: Answer }) {
  const t = useMessages(lenderThreadMessages);
  if (thread.length === 0 && !canWrite) return null;
  return (
    <section
      className="flex flex-col gap-3 rounded-block bg-staff-50 px-3 py-3 text-staff-ink"
      aria-label={t("title", { lender })}
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-3">
        <h4 className="text-14 font-semibold">{t("title", { lender })}</h4>
        <p className="text-12">{t("staffOnly")}</p>
      </header>
      {thread.length === 0 ? null : (
        <ol className="flex flex-col gap-3" aria-live="polite">
          {thread.map((message) => (
            <OneMessage key={message.id} message={message} lender={lender} />
          ))}
        </ol>
      )}
      {canWrite ? (
        <details>
          <summary className="touch-target cursor-pointer text-13 font-medium">{t("write", { lender })}</summary>
          <div className="mt-2">
            <CreditActForm act="note" values={{ submissionId }} label={t("send")}>
              <TextAreaField
                name="text"
                label={t("write", { lender })}
                hideLabel
                hint={t("writeHint")}
                required
                rows={2}
                maxLength={1000}
                className="w-full"
              />
            </CreditActForm>
          </div>
        </details>
      ) : null}
    </section>
  );
}

function OneMessage({ message, lender }: { message: Message; lender: string }) {
  const format = useFormat();
  const facts = useFacts(message);
  return (
    <li className="border-l-2 border-staff-200 pl-3" data-message={message.kind}>
      <p className="flex flex-wrap justify-between gap-x-3 text-12">
        <span className="font-semibold">{message.by ?? lender}</span>
        <time dateTime={message.at}>{format.dateTime(message.at)}</time>
      </p>
      {facts.map((fact) => (
        <p key={fact} className="text-13">
          {fact}
        </p>
      ))}
      {message.words ? <p className="text-14 break-words whitespace-pre-line">{message.words}</p> : null}
    </li>
  );
}

/** What a message asks or answers beside its words. */
function useFacts({ kind, status, amount, termMonths, waive, version }: Message): string[] {
  const t = useMessages(lenderThreadMessages);
  const desk = useMessages(financeCreditMessages);
  const format = useFormat();
  if (kind === "note" || kind === "comment") return [];
  const [money, months] = [amount === null ? "" : format.money(amount), termMonths ?? 0];
  if (kind === "rehash") {
    const papers = waive.map((paper) => t(`papers.${paper}`)).join(", ");
    const asked =
      amount !== null && termMonths !== null
        ? t("askedBoth", { amount: money, months })
        : amount !== null
          ? t("askedAmount", { amount: money })
          : termMonths !== null
            ? t("askedTerm", { months })
            : t("asked");
    return papers === "" ? [asked] : [asked, t("waived", { papers })];
  }
  if (status === null) return [];
  const said = { version: version ?? 1, status: desk("lenderStatus", { status }) };
  return [
    amount === null || termMonths === null
      ? t("answered", said)
      : t("answeredFigures", { ...said, amount: money, months }),
  ];
}
