import { LivePlace } from "#app/deal-card/live-place";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { useDeal } from "#app/deal-card/use-deal";
import { useLiveValue } from "#app/deal-card/use-live-value";
import { vehicleMessages } from "#app/deal-card/vehicle/vehicle-messages";
import { SwitchField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { VehicleSnapshot } from "#machines/store/vehicle-snapshot";

type Incentive = VehicleSnapshot["incentives"][number];

/** What everyone gets is said; what some get is claimed here, with who qualifies beside it. */
export function IncentiveClaims() {
  const { view } = useDeal();
  const { vehicle } = view.card.vehicle;
  return (
    <LivePlace field="incentives" byLine>
      <ul className="divide-y divide-line border-y border-line">
        {vehicle?.incentives.map((incentive) => (
          <li key={incentive.code}>
            {incentive.eligibility === "everyone" ? (
              <EveryonesIncentive {...incentive} />
            ) : (
              <ClaimedIncentive {...incentive} />
            )}
          </li>
        ))}
      </ul>
    </LivePlace>
  );
}

function EveryonesIncentive({ name, amount }: Incentive) {
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  return (
    <p className="flex min-h-12 items-center justify-between gap-4 py-2">
      <span>
        <span className="block font-medium">{name}</span>
        <span className="block text-12 text-ink-3">{t("everyone")}</span>
      </span>
      <span className="figures font-medium text-pos">{format.money(-amount, { cents: "whenAny" })}</span>
    </p>
  );
}

function ClaimedIncentive({ code, name, amount, eligibility }: Incentive) {
  const { view } = useDeal();
  const t = useMessages(vehicleMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const isClaimed = view.card.vehicle.claimedIncentives.includes(code);
  const claim = useLiveValue("incentives", isClaimed, (claimed) => ({
    type: "vehicle.incentiveClaimed",
    code,
    claimed,
  }));
  return (
    <SwitchField
      className="min-h-12 py-2"
      label={
        <span className="flex items-center justify-between gap-4">
          <span>
            <span className="block font-medium">{name}</span>
            <span className="block text-12 text-ink-3">
              {t(`eligibility.${eligibility}`)}.{" "}
              {claim.frame.error ? <span className="text-neg">{claim.frame.error}</span> : null}
            </span>
          </span>
          <span className="figures font-medium text-ink-2">{format.money(-amount, { cents: "whenAny" })}</span>
        </span>
      }
      aria-label={`${name}: ${t("qualify", { ...voice })}`}
      checked={claim.value}
      onChange={(event) => claim.set(event.currentTarget.checked)}
    />
  );
}
