import { Link, useSearchParams } from "@remix-run/react";
import { Brand } from "#app/ui/brand";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { TopBar, TopBarTitle } from "#app/ui/top-bar";
import { useAskAgain } from "#app/ui/use-ask-again";
import type { FinanceCreditAnswer } from "./finance-credit-act.server";
import type { FinanceCreditData } from "./finance-credit.server";
import { financeCreditMessages } from "./finance-credit-messages";
import { ApplicationsSection, ChecksSection, FundingSection, MenuSection } from "./finance-credit-section";
import { ProgrammesSection } from "./programmes-section";
import { LenderAnswersSection } from "./lender-answers-section";

/** Lenders take seconds to minutes; a page that somebody waits at asks again this often. */
const ASK_AGAIN_MS = 4_000;

/** One deal's credit as the finance manager works it. */
export function FinanceCreditPage({
  data,
  answer,
}: {
  data: FinanceCreditData;
  answer: FinanceCreditAnswer | undefined;
}) {
  const t = useMessages(financeCreditMessages);
  const [asked] = useSearchParams();
  const waits = data.answers.some(
    ({ status, canWrite, thread }) =>
      status === "received" || status === "pending" || (canWrite && thread.at(-1)?.by != null),
  );
  useAskAgain(waits ? ASK_AGAIN_MS : null);
  return (
    <>
      <TopBar
        start={
          <>
            <Brand name={t("title")} to={`/finance/${data.dealId}`} />
            <TopBarTitle number={data.customer ? data.dealNumber : null}>
              {data.customer || data.dealNumber}
            </TopBarTitle>
          </>
        }
        end={<LanguageToggle />}
      />
      <main id="main" className="mx-auto w-full max-w-320 px-4 py-5">
        <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
          <h1 className="text-24">{t("title")}</h1>
          <nav className="flex gap-4">
            <Link className="link touch-target" to={`/finance/${data.dealId}`}>
              {t("back")}
            </Link>
            <Link className="link touch-target" to="/finance/funding">
              {t("funding")}
            </Link>
          </nav>
        </div>
        <div role="status" className="empty:hidden">
          {!answer && asked.has("sealed") ? (
            <p className="mb-4 rounded-block bg-accent-50 px-4 py-3 text-accent-800">{t("sealedPaper")}</p>
          ) : null}
          {answer ? (
            <p className={answer.ok ? "mb-4 text-pos" : "mb-4 text-neg"}>
              {answer.ok ? t("did") : t("didNot", { reason: answer.reason })}
            </p>
          ) : null}
        </div>
        <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,1fr)_24rem]">
          <div className="flex min-w-0 flex-col gap-4">
            <LenderAnswersSection data={data} />
            <FundingSection data={data} />
            <ChecksSection data={data} />
          </div>
          <div className="flex min-w-0 flex-col gap-4">
            <ApplicationsSection data={data} />
            <ProgrammesSection data={data} askAgain={answer?.ok === false && answer.reason === "duplicate"} />
            <MenuSection data={data} />
          </div>
        </div>
      </main>
    </>
  );
}
