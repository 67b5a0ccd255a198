import { Link } from "@remix-run/react";
import { ChevronLeft, Download } from "lucide-react";
import type { UploadRefusal } from "#app/documents/upload-limits";
import { buttonClass } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TopBar, TopBarTitle } from "#app/ui/top-bar";
import { useAskAgain } from "#app/ui/use-ask-again";
import { useFormat } from "#app/ui/use-format";
import type { ContractCompared } from "#machines/jacket/contract-differences";
import { documentStages } from "#machines/jacket/document-kinds";
import { DifferencesTable } from "./differences-table";
import { DocumentRow } from "./document-row";
import { isSettled, type EndedSigning, type JacketList } from "./jacket-list";
import { jacketMessages } from "./jacket-messages";
import { RefusalNotice } from "./signing-frame";
import { signingMessages } from "./signing-messages";
import { SigningPanel } from "./signing-panel";
import type { SigningRefusal } from "./signing-refusal";

/** What others do to an open signing shows here without a press. */
const ASK_AGAIN_MS = 6_000;

export interface DocumentsSaid {
  signing: SigningRefusal | null;
  upload: UploadRefusal | null;
}

interface DocumentsPageProps {
  dealId: string;
  list: JacketList;
  compared: ContractCompared | null;
  said: DocumentsSaid | null;
}

/** Everything a deal must contain, in one list, with its signing beside it. */
export function DocumentsPage({ dealId, list, compared, said }: DocumentsPageProps) {
  const t = useMessages(jacketMessages);
  const format = useFormat();
  useAskAgain(list.open ? ASK_AGAIN_MS : null);
  const done = list.documents.filter(isSettled).length;
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        start={
          <>
            <Link
              to={`/finance/${dealId}?part=jacket`}
              aria-label={t("back")}
              className="touch-target text-ink-2 hover:text-ink"
            >
              <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
            </Link>
            <TopBarTitle number={list.dealNumber}>{t("title")}</TopBarTitle>
          </>
        }
        end={<LanguageToggle />}
      />
      <main id="main" className="mx-auto w-full max-w-320 px-6 py-6 pb-20 max-sm:px-4">
        <header className="mb-5 flex flex-wrap items-center justify-between gap-x-4 gap-y-3">
          <div>
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <h1 className="text-20 font-semibold">
                {t("staffLead", {
                  buyer: [list.buyer, list.coBuyer].filter(Boolean).join(", "),
                  deal: list.dealNumber,
                })}
              </h1>
              <Chip kind={list.isFrozen ? "accent" : "neutral"}>
                {list.isFrozen ? t("revision", { revision: String(list.revision) }) : t("notFrozen")}
              </Chip>
            </div>
            <p className="text-ink-2">{t("settled", { done, total: list.documents.length })}</p>
          </div>
          <div className="flex flex-col items-end gap-1 max-sm:items-start">
            <a href={`/deals/${dealId}/jacket.pdf`} className={buttonClass({ kind: "outline" })}>
              <Download aria-hidden strokeWidth={1.75} />
              {t("merged")}
            </a>
            <p className="text-12 text-ink-3">
              {list.keptUntil ? t("kept", { day: format.date(list.keptUntil, "long") }) : t("mergedNote")}
            </p>
          </div>
        </header>
        <Notices said={said} />
        <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div className="flex flex-col gap-5 max-lg:order-2">
            {documentStages.map((stage) => (
              <StageSheet key={stage} stage={stage} dealId={dealId} list={list} />
            ))}
          </div>
          <div className="flex flex-col gap-5 lg:sticky lg:top-20">
            <SigningPanel dealId={dealId} list={list} />
            <Differences compared={compared} />
            <Ended dealId={dealId} ended={list.ended} />
          </div>
        </div>
      </main>
    </div>
  );
}

function Notices({ said }: { said: DocumentsSaid | null }) {
  const t = useMessages(jacketMessages);
  return (
    <>
      <RefusalNotice reason={said?.signing ?? null} className="mb-4" />
      {said?.upload ? (
        <p role="alert" className="mb-4 rounded-block bg-neg-ground px-3.5 py-2.5 text-neg">
          {t(`refusals.${said.upload}`)}
        </p>
      ) : null}
    </>
  );
}

function StageSheet({
  stage,
  dealId,
  list,
}: {
  stage: (typeof documentStages)[number];
  dealId: string;
  list: JacketList;
}) {
  const t = useMessages(jacketMessages);
  const documents = list.documents.filter(({ due }) => due === stage);
  if (documents.length === 0) return null;
  const done = documents.filter(isSettled).length;
  return (
    <Sheet padding="none">
      <header className="flex items-baseline justify-between gap-3 border-b border-line px-4 py-3">
        <h2 className="text-16 font-semibold">{t(`dueTitle.${stage}`)}</h2>
        <span className="figures text-13 text-ink-3">
          {done} / {documents.length}
        </span>
      </header>
      <ul>
        {documents.map((document) => (
          <DocumentRow key={document.key} dealId={dealId} document={document} list={list} />
        ))}
      </ul>
    </Sheet>
  );
}

function Differences({ compared }: { compared: ContractCompared | null }) {
  const t = useMessages(signingMessages);
  if (!compared || compared.rows.length === 0) return null;
  return (
    <Sheet className="flex flex-col gap-3">
      <SheetHead title={t("differences.title")} level={3} />
      {compared.key === "" ? (
        <p className="text-ink-2">{t("differences.same")}</p>
      ) : (
        <DifferencesTable compared={{ ...compared, rows: compared.rows.filter(({ differs }) => differs) }} />
      )}
    </Sheet>
  );
}

function Ended({ dealId, ended }: { dealId: string; ended: readonly EndedSigning[] }) {
  const t = useMessages(jacketMessages);
  const format = useFormat();
  if (ended.length === 0) return null;
  return (
    <Sheet className="flex flex-col gap-2">
      <SheetHead title={t("ended.title")} level={3} />
      <ul className="divide-y divide-line">
        {ended.map(({ envelopeId, number, status, at, why, hasCertificate }) => (
          <li key={envelopeId} className="flex items-center justify-between gap-3 py-2">
            <span className="min-w-0">
              <span className="block font-medium">{number}</span>
              <span className="block text-12 text-ink-3">
                {t(`ended.${status}`)}, {format.dateTime(at)}
                {why ? `: ${why}` : ""}
              </span>
            </span>
            {hasCertificate ? (
              <a
                href={`/deals/${dealId}/certificates/${envelopeId}`}
                target="_blank"
                rel="noreferrer"
                className="link touch-target shrink-0 text-13"
              >
                {t("ended.certificate")}
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
