import { useCurrentCar } from "#app/deal-card/current-car";
import { Disclosure } from "#app/deal-card/disclosure";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { blockOnPhone, PanelSection, StagePanel } from "#app/deal-card/stage-panel";
import { ConditionQuestions } from "#app/deal-card/trade/condition-questions";
import { damageMessages } from "#app/deal-card/trade/damage-messages";
import { OwnershipQuestions } from "#app/deal-card/trade/ownership-questions";
import { photoMessages } from "#app/deal-card/trade/photo-messages";
import { talkMessages } from "#app/deal-card/trade/talk-messages";
import { TradeCarForm } from "#app/deal-card/trade/trade-car-form";
import { FurtherCars, TradeCars } from "#app/deal-card/trade/trade-cars";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { TradeOffer } from "#app/deal-card/trade/trade-offer";
import { TradeValue } from "#app/deal-card/trade/trade-value";
import { vehicleName } from "#app/deal-card/vehicle-name";
import { lazyPart } from "#app/ui/lazy-part";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { conditionQuestions } from "#machines/stages/trade";
import { guidedPhotoRoles } from "#machines/stages/trade-photos";

// Photos, the drawing and the talk are large and under the fold: each comes with its own code, and has a place
// of its height till then, so that nothing below it jumps.
const TradePhotos = lazyPart(
  "trade-photos",
  async () => (await import("#app/deal-card/trade/trade-photos")).TradePhotos,
  <div className="min-h-96 sm:min-h-80" />,
);
const TradeDamage = lazyPart(
  "trade-damage",
  async () => (await import("#app/deal-card/trade/trade-damage")).TradeDamage,
  <div className="min-h-120" />,
);
const TradeTalk = lazyPart(
  "trade-talk",
  async () => (await import("#app/deal-card/trade/trade-talk")).TradeTalk,
  <div className="min-h-24" />,
);
const TradeBalance = lazyPart(
  "trade-balance",
  async () => (await import("#app/deal-card/trade/trade-balance")).TradeBalance,
);

/** Second stage: the cars they drive now, what each is worth and why, what is owed, and the offer. */
export function TradePanel() {
  const { car, trade } = useCurrentCar();
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { description, offer, condition } = trade;
  if (!description)
    return (
      <StagePanel title={t("car.title", { ...voice })} hint={car === 1 ? t("car.note") : t("car.addNote")}>
        <TradeCars />
        <div className={blockOnPhone}>
          <TradeCarForm key={car} />
        </div>
      </StagePanel>
    );
  const answered = Object.keys(condition).length;
  return (
    <StagePanel
      title={t("titleCar", { ...voice, car: vehicleName(description) })}
      hint={t("asTold", { ...voice, miles: format.miles(description.mileage) })}
    >
      <TradeCars />
      <div key={car} className="contents">
        {offer ? <TradeOffer /> : <TradeValue />}
        <TradeBalance />
        <PhotoSection />
        <PanelSection
          title={t("condition.title")}
          aside={t("condition.done", { done: answered, total: Object.keys(conditionQuestions).length })}
        >
          <ConditionQuestions />
        </PanelSection>
        <DamageSection />
        <PanelSection title={t("ownership.title", { ...voice })}>
          <OwnershipQuestions />
        </PanelSection>
        <TalkSection />
        <Disclosure title={t("car.change")}>
          <p className="mb-3 text-13 text-ink-3">{t("car.changeNote")}</p>
          <TradeCarForm />
        </Disclosure>
      </div>
      <FurtherCars />
    </StagePanel>
  );
}

function PhotoSection() {
  const { photos } = useCurrentCar().trade;
  const t = useMessages(photoMessages);
  const done = guidedPhotoRoles.filter((role) => photos.some((photo) => photo.role === role)).length;
  return (
    <PanelSection title={t("title")} aside={t("count", { done, total: guidedPhotoRoles.length })}>
      <TradePhotos />
    </PanelSection>
  );
}

function DamageSection() {
  const { damage } = useCurrentCar().trade;
  const t = useMessages(damageMessages);
  return (
    <PanelSection title={t("title")} aside={damage.length > 0 ? t("count", { count: damage.length }) : t("none")}>
      <TradeDamage />
    </PanelSection>
  );
}

function TalkSection() {
  const t = useMessages(talkMessages);
  return (
    <PanelSection title={t("title")}>
      <TradeTalk />
    </PanelSection>
  );
}
