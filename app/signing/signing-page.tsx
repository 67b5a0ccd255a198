import { useMessages } from "#app/ui/messages";
import { Button } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { AdoptStep } from "./adopt-step";
import { ConsentStep } from "./consent-step";
import { DifferencesStep } from "./differences-step";
import { SignStep } from "./sign-step";
import { DoneStep, EndedStep, WaitingStep } from "./signing-end";
import { Act, RefusalNotice, SigningFrame } from "./signing-frame";
import { signingMessages } from "./signing-messages";
import type { SigningRefusal } from "./signing-refusal";
import type { SigningView } from "./signing-view";

const order = ["consent", "differences", "adopt", "sign", "done"] as const;

/** One step at a time, the same on a phone and on the store's tablet. */
export function SigningPage({
  view,
  refusal,
  paperAsked,
}: {
  view: SigningView;
  refusal: SigningRefusal | null;
  paperAsked: boolean;
}) {
  const t = useMessages(signingMessages);
  return (
    <SigningFrame store={view.store}>
      <header className="mb-5 flex flex-col gap-1">
        <h1 className="text-24 font-semibold max-sm:text-20">{t("title")}</h1>
        <p className="text-ink-2">{t("lead", { name: view.name, deal: view.dealNumber, number: view.number })}</p>
      </header>
      <StepTrail view={view} />
      <RefusalNotice reason={refusal} className="mb-4" />
      <Step view={view} />
      {view.consentGiven && (view.step === "sign" || view.step === "adopt" || view.step === "differences") ? (
        <ConsentFoot paperAsked={paperAsked} />
      ) : view.step === "consent" ? (
        <PaperForm paperAsked={paperAsked} className="mt-4" />
      ) : null}
    </SigningFrame>
  );
}

function Step({ view }: { view: SigningView }) {
  switch (view.step) {
    case "consent":
      return <ConsentStep view={view} />;
    case "differences":
      return <DifferencesStep view={view} />;
    case "adopt":
      return <AdoptStep view={view} />;
    case "sign":
      return <SignStep view={view} />;
    case "waiting":
      return <WaitingStep view={view} />;
    case "done":
      return <DoneStep view={view} />;
    case "ended":
      return <EndedStep view={view} />;
  }
}

/** Where the signer is, of the steps that they have. */
function StepTrail({ view }: { view: SigningView }) {
  const t = useMessages(signingMessages);
  if (view.step === "ended" || view.step === "waiting") return null;
  const steps = order.filter(
    (step) =>
      (step !== "consent" || view.role !== "store") && (step !== "differences" || (view.differences?.key ?? "") !== ""),
  );
  const at = steps.indexOf(view.step);
  return (
    <ol className="mb-5 flex gap-2 max-sm:gap-1">
      {steps.map((step, index) => (
        <li key={step} aria-current={index === at ? "step" : undefined} className="min-w-0 flex-1">
          <span aria-hidden className={`block h-1 rounded-full ${index <= at ? "bg-accent-600" : "bg-line"}`} />
          <span
            className={`mt-1.5 block text-12 ${index === at ? "font-medium text-ink" : "text-ink-3 max-sm:sr-only"}`}
          >
            {t(`steps.${step}`)}
          </span>
        </li>
      ))}
    </ol>
  );
}

function PaperForm({ paperAsked, className }: { paperAsked: boolean; className?: string }) {
  const t = useMessages(signingMessages);
  if (paperAsked)
    return (
      <p role="status" className={cx("text-center text-13 text-ink-2", className)}>
        {t("consent.paperAsked")}
      </p>
    );
  return (
    <Act act="paper" className={cx("flex justify-center", className)}>
      {(busy) => (
        <Button type="submit" kind="quiet" busy={busy}>
          {t("consent.paper")}
        </Button>
      )}
    </Act>
  );
}

/** The way out of signing on a screen is as near as the way on. */
function ConsentFoot({ paperAsked }: { paperAsked: boolean }) {
  const t = useMessages(signingMessages);
  return (
    <footer className="mt-8 flex flex-wrap items-center justify-center gap-x-2 gap-y-1 text-13 text-ink-3">
      <span>{t("consent.given")}</span>
      <Act act="withdraw">
        {(busy) => (
          <Button type="submit" kind="quiet" size="small" busy={busy}>
            {t("consent.withdraw")}
          </Button>
        )}
      </Act>
      <PaperForm paperAsked={paperAsked} />
    </footer>
  );
}
