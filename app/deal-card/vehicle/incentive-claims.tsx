import { Link } from "@remix-run/react";
import { useMemo, type ReactNode } from "react";
import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { incentiveMessages } from "#app/deal-card/vehicle/incentive-messages";
import { rateEffect, termsOf, useLeftOutSentence } from "#app/deal-card/vehicle/incentive-words";
import { vehicleMessages } from "#app/deal-card/vehicle/vehicle-messages";
import { SwitchField } from "#app/ui/choice-field";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { incentivesOf } from "#machines/deal/deal-incentives";
import type { Incentive } from "#machines/store/incentive-programme";
import { type IncentiveStack, needsClaim } from "#machines/store/incentive-stack";

/**
 * The maker's money on this deal: what goes together and is worth most is in, and each other programme says why it is
 * not. What some get is claimed here, with who qualifies beside it; a rate of the maker's is taken in place of money.
 */
export function IncentiveClaims() {
  const { view } = useDeal();
  const stack = incentivesOf(view.card);
  const incentives: readonly Incentive[] = view.card.vehicle.vehicle?.incentives ?? [];
  return (
    <LivePlace field="incentives" byLine>
      <ul className="divide-y divide-line border-y border-line">
        {incentives.map((incentive) => (
          <li key={incentive.code}>
            {incentive.rates ? (
              <MakersRate rate={incentive} stack={stack} />
            ) : needsClaim(incentive) ? (
              <ClaimedIncentive incentive={incentive} stack={stack} />
            ) : (
              <EveryonesIncentive incentive={incentive} stack={stack} />
            )}
          </li>
        ))}
      </ul>
    </LivePlace>
  );
}

interface Row {
  incentive: Incentive;
  stack: IncentiveStack;
}

const leftOutIn = ({ leftOut }: IncentiveStack, { code }: Incentive) =>
  leftOut.find(({ incentive }) => incentive.code === code) ?? null;

function EveryonesIncentive({ incentive, stack }: Row) {
  const t = useMessages(vehicleMessages);
  const out = leftOutIn(stack, incentive);
  const sentence = useLeftOutSentence();
  return (
    <p className="flex min-h-12 items-center justify-between gap-4 py-2">
      <span>
        <span className="block font-medium">{incentive.name}</span>
        <span className="block text-12 text-ink-3">
          {out ? sentence(out) : t("everyone")} <Conditions incentive={incentive} />
        </span>
      </span>
      <Amount incentive={incentive} isIn={out === null} />
    </p>
  );
}

function ClaimedIncentive({ incentive, stack }: Row) {
  const t = useMessages(vehicleMessages);
  const { claim, isClaimed } = useClaim(incentive);
  const out = leftOutIn(stack, incentive);
  const sentence = useLeftOutSentence();
  const voice = useReaderVoice();
  const isIn = isClaimed && out === null;
  return (
    <>
      <Claim
        name={incentive.name}
        act={t("qualify", { ...voice })}
        claim={claim}
        amount={<Amount incentive={incentive} isIn={isIn} />}
      >
        {out && out.reason !== "notClaimed" ? sentence(out) : `${t(`eligibility.${incentive.eligibility}`)}.`}{" "}
        <Conditions incentive={incentive} />
      </Claim>
      {isIn ? <ProofLink incentive={incentive} /> : null}
    </>
  );
}

/** What only some get is proved before the contract: at home with a photo, or at the store. */
function ProofLink({ incentive: { code } }: { incentive: Incentive }) {
  const { dealId, audience } = useDeal();
  const t = useMessages(incentiveMessages);
  if (audience !== "customer") return null;
  return (
    <p className="-mt-2 pb-2 text-13 text-ink-3">
      <Link to={`/deals/${dealId}/documents#incentiveProof:${code}`} className="touch-target link">
        {t("prove")}
      </Link>{" "}
      {t("proveLater")}
    </p>
  );
}

function MakersRate({ rate, stack }: { rate: Incentive; stack: IncentiveStack }) {
  const { view } = useDeal();
  const t = useMessages(incentiveMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { claim, isClaimed } = useClaim(rate);
  const out = leftOutIn(stack, rate);
  const sentence = useLeftOutSentence();
  const effect = useMemo(() => rateEffect(view, rate), [view, rate]);
  const { termMonths } = view.card.finance;
  const own = rate.rates?.find((row) => row.termMonths === termMonths);
  const least = Math.min(...(rate.rates ?? []).map(({ contractRate }) => contractRate));
  const others = effect?.givenUp.join(", ") ?? "";
  const signed = (amount: number) => format.money(amount, { sign: "always" });
  return (
    <Claim
      name={rate.name}
      act={t("take", { ...voice })}
      claim={claim}
      amount={
        <span className="figures text-right font-medium text-ink-2">
          {own
            ? t("rate", { rate: format.percent(own.contractRate), months: own.termMonths })
            : t("rates", { rate: format.percent(least), terms: termsOf(rate) })}
        </span>
      }
    >
      {out && out.reason !== "notClaimed" ? `${sentence(out)} ` : null}
      {isClaimed && !out ? `${others ? t("taken", { others }) : t("takenAlone")} ` : null}
      {!isClaimed && effect && own
        ? `${t(others ? "insteadOf" : "alone", { others, payment: signed(effect.payment), total: signed(effect.total) })} `
        : null}
      <Conditions incentive={rate} />
    </Claim>
  );
}

/** Until when, and through whom. */
function Conditions({ incentive: { validThrough, lender } }: { incentive: Incentive }) {
  const t = useMessages(incentiveMessages);
  const format = useFormat();
  return [
    lender === undefined ? null : t("through", { lender }),
    validThrough === undefined ? null : t("until", { date: format.date(validThrough, "long") }),
  ]
    .filter((words) => words !== null)
    .join(" ");
}

function Amount({ incentive, isIn }: { incentive: Incentive; isIn: boolean }) {
  const format = useFormat();
  return (
    <span className={cx("figures font-medium", isIn ? "text-pos" : "text-ink-3")}>
      {format.money(-incentive.amount, { cents: "whenAny" })}
    </span>
  );
}

function useClaim({ code }: Incentive) {
  const { view } = useDeal();
  const isClaimed = view.card.vehicle.claimedIncentives.includes(code);
  const claim = useLiveValue("incentives", isClaimed, (claimed) => ({
    type: "vehicle.incentiveClaimed",
    code,
    claimed,
  }));
  return { claim, isClaimed };
}

interface ClaimProps {
  name: string;
  /** What the switch means, for who cannot see it beside the name. */
  act: string;
  claim: ReturnType<typeof useClaim>["claim"];
  amount: ReactNode;
  children: ReactNode;
}

function Claim({ name, act, claim, amount, children }: ClaimProps) {
  return (
    <SwitchField
      className="min-h-12 py-2"
      label={
        <span className="flex items-center justify-between gap-4">
          <span>
            <span className="block font-medium">{name}</span>
            <span className="block text-12 text-ink-3">
              {children} {claim.frame.error ? <span className="text-neg">{claim.frame.error}</span> : null}
            </span>
          </span>
          {amount}
        </span>
      }
      aria-label={`${name}: ${act}`}
      checked={claim.value}
      onChange={(event) => claim.set(event.currentTarget.checked)}
    />
  );
}
