import { FileCheck2, FilePenLine, FileX2, LoaderCircle, type LucideIcon, CircleDashed } from "lucide-react";
import { Link } from "@remix-run/react";
import type { ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { SignerBox } from "#app/ui/signer-box";
import { useFormat } from "#app/ui/use-format";
import type { FinanceDealData } from "./desk-data";
import { contractMessages } from "./contract-messages";
import { FreezePanel } from "./freeze-panel";
import { buyersOrderState, type BuyersOrderState } from "./jacket-state";

const stateIcon: Record<BuyersOrderState["state"], LucideIcon> = {
  notDrawn: CircleDashed,
  draft: FilePenLine,
  drawing: LoaderCircle,
  final: FileCheck2,
};

/** The documents this deal must contain, and what freezes or reopens it. */
export function JacketColumn({ deal, className }: { deal: FinanceDealData; className?: string }) {
  const t = useMessages(contractMessages);
  const order = buyersOrderState({
    life: deal.life,
    hasVehicle: deal.vehicle !== null,
    contractingRevision: deal.frozen.revision,
    documents: deal.documents,
  });
  const ready = order.state === "final" ? 1 : 0;
  return (
    <aside aria-label={t("jacket.title")} className={cx("min-h-0 flex-col bg-surface", className)}>
      <header className="flex h-13.5 shrink-0 items-center justify-between gap-3 border-b border-line px-4">
        <p className="flex items-baseline gap-2">
          <span className="text-16 font-semibold tracking-[-.018em]">{t("jacket.title")}</span>
          <span className="text-ink-3">{t("jacket.ready", { ready: String(ready), total: "1" })}</span>
        </p>
        <Link to={`/deals/${deal.dealId}/documents`} className="touch-target link text-13">
          {t("jacket.all")}
        </Link>
      </header>
      <ul className="min-h-0 flex-1 overflow-y-auto">
        <BuyersOrderLine deal={deal} order={order} />
        {deal.documents
          .filter(({ voided }) => voided)
          .map((document) => (
            <VoidLine key={document.fileName} revision={document.revision} at={document.createdAt} />
          ))}
      </ul>
      <FreezePanel key={`${deal.dealId} ${deal.life}`} deal={deal} />
    </aside>
  );
}

function BuyersOrderLine({ deal, order }: { deal: FinanceDealData; order: BuyersOrderState }) {
  const t = useMessages(contractMessages);
  const format = useFormat();
  const { firstName, lastName } = deal.customer;
  const name = [firstName, lastName].filter(Boolean).join(" ");
  const isSigned = deal.life === "contracted" || deal.life === "delivered";
  const revision = "revision" in order ? String(order.revision) : "";
  const words =
    order.state === "final"
      ? isSigned
        ? t("jacket.signed", { revision })
        : t("jacket.final", { revision, time: format.dateTime(order.at) })
      : order.state === "drawing"
        ? t("jacket.drawing", { revision })
        : t(`jacket.${order.state}`);
  return (
    <DocumentLine
      icon={stateIcon[order.state]}
      title={t("jacket.buyersOrder")}
      words={words}
      signers={
        name ? (
          <SignerBox
            name={name}
            signed={isSigned}
            label={t(isSigned ? "jacket.isSigned" : "jacket.notSigned", { name })}
          />
        ) : null
      }
    >
      {order.state === "notDrawn" ? null : (
        <a
          href={`/deals/${deal.dealId}/buyers-order.pdf`}
          target="_blank"
          rel="noreferrer"
          className="touch-target link shrink-0 text-13"
        >
          {order.state === "draft" ? t("jacket.readDraft") : t("jacket.read")}
        </a>
      )}
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
  title: string;
  words: string;
  quiet?: boolean;
  signers?: ReactNode;
  children?: ReactNode;
}

function DocumentLine({ icon: Icon, title, words, quiet = false, signers, children }: DocumentLineProps) {
  return (
    <li className="flex min-h-12.5 items-center gap-3 border-b border-line px-4 py-2">
      <Icon aria-hidden className="size-4.5 shrink-0 text-ink-3" strokeWidth={1.75} />
      <div className="min-w-0 flex-1">
        <p className={quiet ? "text-ink-3 line-through" : "font-medium"}>{title}</p>
        <p className="text-12 text-ink-3">{words}</p>
      </div>
      {children}
      {signers}
    </li>
  );
}
