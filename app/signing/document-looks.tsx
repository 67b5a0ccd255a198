import { CircleAlert, CircleCheck, CircleDashed, FilePenLine, type LucideIcon, PenLine, Printer } from "lucide-react";
import { documentTitle } from "#app/documents/document-title";
import { useLocale, useMessages } from "#app/ui/messages";
import { SignerBox } from "#app/ui/signer-box";
import type { DocumentState, JacketList, ListedDocument } from "./jacket-list";
import { jacketMessages } from "./jacket-messages";

interface DocumentLook {
  kind: "neutral" | "accent" | "positive" | "warning" | "negative";
  icon: LucideIcon;
}

/** Colour and glyph beside the word of each state. */
export const documentLooks: Record<DocumentState, DocumentLook> = {
  missing: { kind: "negative", icon: CircleAlert },
  draft: { kind: "neutral", icon: FilePenLine },
  drawn: { kind: "accent", icon: PenLine },
  sent: { kind: "accent", icon: PenLine },
  signed: { kind: "positive", icon: CircleCheck },
  ink: { kind: "warning", icon: Printer },
  waiting: { kind: "warning", icon: CircleDashed },
  held: { kind: "neutral", icon: CircleDashed },
  accepted: { kind: "positive", icon: CircleCheck },
  rejected: { kind: "negative", icon: CircleAlert },
  expired: { kind: "negative", icon: CircleAlert },
  done: { kind: "positive", icon: CircleCheck },
};

/** What opening a document of this state is called. */
export function readWord(state: DocumentState): "readSigned" | "readDraft" | "print" | "read" {
  if (state === "signed") return "readSigned";
  if (state === "draft") return "readDraft";
  return state === "ink" ? "print" : "read";
}

/** A document's name in the reader's language. */
export function useDocumentName(): (document: Pick<ListedDocument, "kind" | "about" | "thing">) => string {
  const locale = useLocale();
  return ({ kind, about, thing }) => documentTitle(kind, about, locale, thing);
}

export const documentHref = (dealId: string, key: string, copy = "") =>
  `/deals/${dealId}/documents/${encodeURIComponent(key)}.pdf${copy}`;

interface DocumentSignersProps {
  signers: ListedDocument["signers"];
  list: Pick<JacketList, "buyer" | "coBuyer" | "storeName">;
}

/** A box for everybody whose name belongs under it. */
export function DocumentSigners({ signers, list }: DocumentSignersProps) {
  const t = useMessages(jacketMessages);
  const names = {
    buyer: list.buyer || t("roles.buyer"),
    coBuyer: list.coBuyer ?? t("roles.coBuyer"),
    store: list.storeName,
  };
  return (
    <span className="flex items-center gap-1">
      {signers.map(({ role, signed }) => (
        <SignerBox
          key={role}
          name={names[role]}
          signed={signed}
          label={t(signed ? "isSigned" : "notSigned", { name: names[role] })}
        />
      ))}
    </span>
  );
}
