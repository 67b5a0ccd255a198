import { Link } from "@remix-run/react";
import { FileX2, type LucideIcon } from "lucide-react";
import type { ReactNode } from "react";
import { documentHref, documentLooks, DocumentSigners, readWord, useDocumentName } from "#app/signing/document-looks";
import type { ListedDocument } from "#app/signing/jacket-list";
import { jacketMessages } from "#app/signing/jacket-messages";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { FinanceDealData } from "./desk-data";
import { contractMessages } from "./contract-messages";
import { FreezePanel } from "./freeze-panel";

/** Nothing is left to be done about these. */
const settled = new Set<ListedDocument["state"]>(["signed", "accepted", "done"]);

/** The documents this deal must contain, and what freezes or reopens it. */
export function JacketColumn({ deal, className }: { deal: FinanceDealData; className?: string }) {
  const t = useMessages(contractMessages);
  const { documents } = deal.jacket;
  const ready = documents.filter(({ state }) => settled.has(state)).length;
  return (
    <aside aria-label={t("jacket.title")} className={cx("min-h-0 flex-col bg-surface", className)}>
      <header className="flex h-13.5 shrink-0 items-center justify-between gap-3 border-b border-line px-4">
        <p className="flex items-baseline gap-2">
          <span className="text-16 font-semibold tracking-[-.018em]">{t("jacket.title")}</span>
          <span className="text-ink-3">
            {t("jacket.ready", { ready: String(ready), total: String(documents.length) })}
          </span>
        </p>
        <Link to={`/deals/${deal.dealId}/documents`} className="touch-target link text-13">
          {t("jacket.all")}
        </Link>
      </header>
      <ul className="min-h-0 flex-1 overflow-y-auto">
        {documents.map((document) => (
          <JacketLine key={document.key} deal={deal} document={document} />
        ))}
        {deal.voided.map(({ revision, createdAt }) => (
          <VoidLine key={revision} revision={revision} at={createdAt} />
        ))}
      </ul>
      <FreezePanel key={`${deal.dealId} ${deal.life}`} deal={deal} />
    </aside>
  );
}

const lineColour = {
  neutral: "text-ink-3",
  accent: "text-accent-600",
  positive: "text-pos",
  warning: "text-warn",
  negative: "text-neg-mark",
};

function JacketLine({ deal, document }: { deal: FinanceDealData; document: ListedDocument }) {
  const t = useMessages(jacketMessages);
  const nameOf = useDocumentName();
  const { key, state, canRead, signers } = document;
  const { icon, kind } = documentLooks[state];
  return (
    <DocumentLine
      icon={icon}
      colour={lineColour[kind]}
      title={nameOf(document)}
      words={t(`states.${state}`)}
      signers={<DocumentSigners signers={signers} list={deal.jacket} />}
    >
      {canRead ? (
        <a
          href={documentHref(deal.dealId, key, state === "signed" ? "?copy=signed" : "")}
          target="_blank"
          rel="noreferrer"
          className="touch-target link shrink-0 text-13"
        >
          {t(state === "draft" ? "read" : readWord(state))}
        </a>
      ) : null}
    </DocumentLine>
  );
}

function VoidLine({ revision, at }: { revision: number; at: string }) {
  const t = useMessages(contractMessages);
  const format = useFormat();
  return (
    <DocumentLine
      icon={FileX2}
      quiet
      title={t("jacket.voided", { revision: String(revision) })}
      words={t("jacket.voidedWhen", { time: format.dateTime(at) })}
    />
  );
}

interface DocumentLineProps {
  icon: LucideIcon;
  colour?: string;
  title: string;
  words: string;
  quiet?: boolean;
  signers?: ReactNode;
  children?: ReactNode;
}

function DocumentLine({
  icon: Icon,
  colour = "text-ink-3",
  title,
  words,
  quiet = false,
  signers,
  children,
}: DocumentLineProps) {
  return (
    <li className="flex min-h-12.5 items-center gap-3 border-b border-line px-4 py-2">
      <Icon aria-hidden className={cx("size-4.5 shrink-0", colour)} strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className={quiet ? "text-ink-3 line-through" : "font-medium"}>{title}</p>
        <p className="text-12 text-ink-3">{words}</p>
      </div>
      {children}
      {signers}
    </li>
  );
}
