import { Link } from "@remix-run/react";
import { Mail } from "lucide-react";
import { ButtonLink } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { useAskAgain } from "#app/ui/use-ask-again";
import { useFormat } from "#app/ui/use-format";
import { AccountPage } from "./account-page";
import { LinkedText } from "./linked-text";
import { accountMessages } from "./messages";

/** A mail is there a second after it was asked for, and the reader sits waiting for it. */
const ASK_AGAIN_MS = 3_000;

export interface OutboxMail {
  id: string;
  to: string;
  subject: string;
  text: string;
  sentAt: string;
}

interface OutboxPageProps {
  store: string | null;
  messages: OutboxMail[];
  /** The server's clock when it read them, so that "just now" is the same on both sides. */
  readAt: string;
  chosenId: string | null;
}

/** The demo's mail: a list and the chosen message, one after the other on a phone. */
export function OutboxPage({ store, messages, readAt, chosenId }: OutboxPageProps) {
  const t = useMessages(accountMessages);
  useAskAgain(ASK_AGAIN_MS);
  const chosen = messages.find((message) => message.id === chosenId) ?? messages[0];
  return (
    <AccountPage store={store} className="max-w-260 pt-10 max-sm:pt-6">
      <header className="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
        <div className="flex flex-col gap-1.5">
          <h1 className="text-28">{t("outbox.title")}</h1>
          <p className="text-ink-2">{t("outbox.lead")}</p>
        </div>
        <Link to="/demo" className="link text-13">
          {t("outbox.people")}
        </Link>
      </header>
      {chosen ? (
        <div className="mt-6 grid items-start gap-4 md:grid-cols-[20rem_minmax(0,1fr)]">
          <MessageList messages={messages} chosenId={chosen.id} readAt={readAt} />
          <Message message={chosen} />
        </div>
      ) : (
        <Sheet as="div" padding="none" className="mt-6">
          <EmptyState
            action={
              <ButtonLink kind="primary" to="/resume">
                {t("outbox.ask")}
              </ButtonLink>
            }
          >
            {t("outbox.empty")}
          </EmptyState>
        </Sheet>
      )}
    </AccountPage>
  );
}

function MessageList({ messages, chosenId, readAt }: { messages: OutboxMail[]; chosenId: string; readAt: string }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  return (
    <Sheet as="div" padding="none" className="overflow-hidden">
      <nav aria-label={t("outbox.list")}>
        <ul className="max-h-[70dvh] divide-y divide-line overflow-y-auto max-md:max-h-60">
          {messages.map((message) => (
            <li key={message.id}>
              <Link
                to={`?message=${message.id}`}
                replace
                preventScrollReset
                aria-current={message.id === chosenId || undefined}
                className={cx(
                  "flex flex-col px-4 py-2.5 transition-colors duration-140 focus-visible:-outline-offset-2",
                  message.id === chosenId ? "bg-accent-50 shadow-[inset_3px_0_0_var(--accent-600)]" : "hover:bg-ground",
                )}
              >
                <span className="flex items-baseline justify-between gap-3">
                  <span className="truncate font-medium">{message.to}</span>
                  <span className="figures shrink-0 text-12 text-ink-3">
                    {format.ago(message.sentAt, new Date(readAt))}
                  </span>
                </span>
                <span className="truncate text-13 text-ink-2">{message.subject}</span>
              </Link>
            </li>
          ))}
        </ul>
      </nav>
    </Sheet>
  );
}

function Message({ message }: { message: OutboxMail }) {
  const t = useMessages(accountMessages);
  const format = useFormat();
  return (
    <Sheet as="article" className="flex flex-col gap-4">
      <header className="flex items-start gap-3 border-b border-line pb-4">
        <Mail aria-hidden className="mt-1 size-5 shrink-0 text-ink-3" strokeWidth={1.75} />
        <div className="min-w-0">
          <h2 className="text-18">{message.subject}</h2>
          <p className="text-13 text-ink-3">
            {t("outbox.to", { address: message.to })}, {format.dateTime(message.sentAt)}
          </p>
        </div>
      </header>
      <LinkedText text={message.text} />
    </Sheet>
  );
}
