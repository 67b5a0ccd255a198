import { Form, Link } from "@remix-run/react";
import { ChevronLeft, Download, FileText, PenLine } from "lucide-react";
import { Button, buttonClass } from "#app/ui/button";
import { EmptyState } from "#app/ui/empty-state";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Note, Sheet } from "#app/ui/sheet";
import { TopBar, TopBarTitle } from "#app/ui/top-bar";
import { documentHref, useDocumentName } from "./document-looks";
import type { JacketList, ListedDocument } from "./jacket-list";
import { jacketMessages } from "./jacket-messages";
import type { OwnJacket } from "./own-jacket";
import { OwnJacketSheets } from "./own-jacket-sheets";
import { UploadForm } from "./upload-form";

type OwnState = keyof typeof jacketMessages.en.own.states;

function ownState({ state, source }: ListedDocument): OwnState {
  switch (state) {
    case "draft":
      return "draft";
    case "drawn":
    case "sent":
      return "toSign";
    case "signed":
      return "signed";
    case "done":
      return "ready";
    case "ink":
      return "atStore";
    case "waiting":
    case "held":
      return "looking";
    case "accepted":
      return source === "uploaded" ? "good" : "atStore";
    case "rejected":
    case "expired":
      return "again";
    case "missing":
      return source === "uploaded" ? "needed" : source === "drawn" ? "draft" : "atStore";
  }
}

interface OwnDocumentsPageProps {
  dealId: string;
  list: JacketList;
  /** What else stays theirs; null while the deal is still being made, and for who only looks on. */
  jacket: OwnJacket | null;
  /** On a screen of the store's a waiting signature is given right here. */
  signsHere: boolean;
}

/** The customer's own jacket: what they may read, what they have signed, what we still need of them. For good. */
export function OwnDocumentsPage({ dealId, list, jacket, signsHere }: OwnDocumentsPageProps) {
  const t = useMessages(jacketMessages);
  const waits = list.open?.signers.some(({ isNext, role }) => isNext && role !== "store") ?? false;
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        wrap
        start={
          <>
            <Link to={`/deals/${dealId}`} aria-label={t("toDeal")} className="touch-target text-ink-2 hover:text-ink">
              <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
            </Link>
            <TopBarTitle number={list.dealNumber}>{t("own.title")}</TopBarTitle>
          </>
        }
        end={<LanguageToggle />}
      />
      <main id="main" className="mx-auto flex w-full max-w-180 flex-col gap-5 px-6 py-6 pb-20 max-sm:px-4">
        <header>
          <h1 className="text-24 font-semibold max-sm:text-20">{t("own.title")}</h1>
          <p className="text-pretty text-ink-2">{t("own.lead")}</p>
        </header>
        {waits && signsHere ? (
          <Form method="get" action={`/deals/${dealId}/sign`}>
            <Button type="submit" kind="primary" size="large" wide>
              <PenLine aria-hidden strokeWidth={1.75} />
              {t("own.sign")}
            </Button>
          </Form>
        ) : waits ? (
          <Note icon={<PenLine aria-hidden />}>{t("own.waiting")}</Note>
        ) : null}
        {list.documents.length === 0 ? (
          <EmptyState>{t("own.none")}</EmptyState>
        ) : (
          <Sheet padding="none">
            <ul>
              {list.documents.map((document) => (
                <OwnRow key={document.key} dealId={dealId} document={document} />
              ))}
            </ul>
          </Sheet>
        )}
        {jacket ? <OwnJacketSheets jacket={jacket} /> : null}
        {list.isFrozen ? (
          <a
            href={`/deals/${dealId}/jacket.pdf`}
            className={buttonClass({ kind: "outline", size: "large", wide: true })}
          >
            <Download aria-hidden strokeWidth={1.75} />
            {t("merged")}
          </a>
        ) : null}
      </main>
    </div>
  );
}

function OwnRow({ dealId, document }: { dealId: string; document: ListedDocument }) {
  const t = useMessages(jacketMessages);
  const nameOf = useDocumentName();
  const state = ownState(document);
  const rejected = document.uploads.find(({ status }) => status === "rejected");
  return (
    <li id={document.key} className="flex scroll-mt-20 flex-col gap-2 border-b border-line px-4 py-3 last:border-b-0">
      <div className="flex items-center gap-3">
        <div className="min-w-0 flex-1">
          <p className="font-medium">{nameOf(document)}</p>
          <p
            className={`text-13 ${state === "again" || state === "needed" ? "text-warn" : state === "signed" || state === "good" ? "text-pos" : "text-ink-3"}`}
          >
            {t(`own.states.${state}`)}
            {state === "again" && rejected?.reason ? `: ${rejected.reason}` : ""}
          </p>
        </div>
        {document.canRead ? (
          <a
            href={documentHref(dealId, document.key, state === "signed" ? "?copy=signed" : "")}
            target="_blank"
            rel="noreferrer"
            className={buttonClass({ kind: "quiet" })}
          >
            <FileText aria-hidden strokeWidth={1.75} />
            {t("read")}
          </a>
        ) : null}
      </div>
      {document.source === "uploaded" && (state === "needed" || state === "again") ? (
        <UploadForm action={`/deals/${dealId}/papers`} documentKey={document.key} label={t("upload.add")} />
      ) : null}
    </li>
  );
}
