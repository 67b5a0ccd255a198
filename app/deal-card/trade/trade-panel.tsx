import { Disclosure } from "#app/deal-card/disclosure";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { blockOnPhone, PanelSection, StagePanel } from "#app/deal-card/stage-panel";
import { ConditionQuestions } from "#app/deal-card/trade/condition-questions";
import { OwnershipQuestions } from "#app/deal-card/trade/ownership-questions";
import { TradeCarForm } from "#app/deal-card/trade/trade-car-form";
import { tradeMessages } from "#app/deal-card/trade/trade-messages";
import { TradeOffer } from "#app/deal-card/trade/trade-offer";
import { TradeValue } from "#app/deal-card/trade/trade-value";
import { useDeal } from "#app/deal-card/use-deal";
import { vehicleName } from "#app/deal-card/vehicle-name";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import { conditionQuestions } from "#machines/stages/trade";

/** Second stage: the car they drive now, what it is worth and why, what is owed, and the offer. */
export function TradePanel() {
  const { view } = useDeal();
  const t = useMessages(tradeMessages);
  const format = useFormat();
  const voice = useReaderVoice();
  const { description, offer, condition } = view.card.trade;
  if (!description)
    return (
      <StagePanel title={t("car.title", { ...voice })} hint={t("car.note")}>
        <div className={blockOnPhone}>
          <TradeCarForm />
        </div>
      </StagePanel>
    );
  const answered = Object.keys(condition).length;
  return (
    <StagePanel
      title={t("titleCar", { ...voice, car: vehicleName(description) })}
      hint={t("asTold", { ...voice, miles: format.miles(description.mileage) })}
    >
      {offer ? <TradeOffer /> : <TradeValue />}
      <PanelSection
        title={t("condition.title")}
        aside={t("condition.done", { done: answered, total: Object.keys(conditionQuestions).length })}
      >
        <ConditionQuestions />
      </PanelSection>
      <PanelSection title={t("ownership.title", { ...voice })}>
        <OwnershipQuestions />
      </PanelSection>
      <Disclosure title={t("car.change")}>
        <p className="mb-3 text-13 text-ink-3">{t("car.changeNote")}</p>
        <TradeCarForm />
      </Disclosure>
    </StagePanel>
  );
}
