import type { Act, NextAction } from "#app/deal-card/card-action";
import { nextAction, waysOut } from "#app/deal-card/next-action";
import { cardMessages } from "#app/deal-card/card-messages";
import { useCurrentCar } from "#app/deal-card/current-car";
import { vehicleName } from "#app/deal-card/vehicle-name";
import { tradeIsComplete } from "#machines/stages/trade";
import { useCardPanel } from "#app/deal-card/card-panels";
import { goToPlace } from "#app/deal-card/go-to-place";
import { nextMessages } from "#app/deal-card/next-messages";
import { productName } from "#app/deal-card/product-names";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { preloadStage } from "#app/deal-card/stage-panels";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useLooksOn } from "#app/deal-card/use-looks-on";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { ifOfferAccepted } from "#app/deal-card/what-if";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { NextStep } from "#app/ui/next-step";
import { useFormat } from "#app/ui/use-format";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { eligibilityFacts } from "#machines/deal/deal-completeness";
import { menuOf } from "#machines/deal/menu-catalog";
import { ineligibility } from "#machines/stages/fni";
import type { Role } from "#machines/store/actor";

export function useActionReader() {
  const { isStaff, me } = useDeal();
  const { seesPlum } = useStaffSight();
  return { role: (isStaff && me ? me.role : "customer") as Role, seesPlum, car: useCurrentCar().car };
}

/** The one primary button of the screen, with its reason above and its reassurance below. */
export function NextStepAction({ compact = false }: { compact?: boolean }) {
  const { view, stage } = useDeal();
  const t = useMessages(nextMessages);
  const action = nextAction(view, stage, useActionReader());
  const values = useActionValues(action);
  // Each message needs some of the values; all of them are there.
  const say = t as unknown as (key: string, values: Record<string, string | number>) => string;
  const looksOn = useLooksOn();
  if (looksOn) return <p className="text-center text-ink-2">{t("looksOn")}</p>;
  const reason = say(`reason.${action.code}`, values);
  const below = say(`below.${action.code}`, values);
  return (
    <NextStep
      reason={compact ? <span className="block text-center">{capital(reason)}</span> : say("lead", { reason })}
      reassurance={compact ? undefined : below || undefined}
    >
      <ActionButton act={action.act} label={say(`label.${action.code}`, values)} />
    </NextStep>
  );
}

const capital = (words: string) => words.charAt(0).toLocaleUpperCase() + words.slice(1);

function ActionButton({ act, label }: { act: Act; label: string }) {
  const { openStage, dealId } = useDeal();
  const { openPanel } = useCardPanel();
  const { choose } = useCurrentCar();
  const { busy, act: send } = useSend();
  const look = { kind: "primary", size: "large", wide: true } as const;
  if ("link" in act) {
    const quiet = act.link === "history" ? ({ ...look, kind: "outline" } as const) : look;
    return (
      <ButtonLink {...quiet} to={`/deals/${dealId}/${act.link}`}>
        {label}
      </ButtonLink>
    );
  }
  if ("form" in act)
    return (
      <Button {...look} type="submit" form={act.form}>
        {label}
      </Button>
    );
  const press = () => {
    if ("edit" in act) void send(act.edit);
    else if ("stage" in act) openStage(act.stage);
    else if ("car" in act) choose(act.car);
    else if ("open" in act) openPanel(act.open);
    else goToPlace(act.place);
  };
  return (
    <Button
      {...look}
      busy={busy}
      onClick={press}
      onPointerEnter={() => "stage" in act && preloadStage(act.stage)}
      onFocus={() => "stage" in act && preloadStage(act.stage)}
    >
      {label}
    </Button>
  );
}

/** Everything the texts of the button may name. */
function useActionValues({ code, stage }: NextAction): Record<string, string | number> {
  const { view } = useDeal();
  const t = useMessages(cardMessages);
  const format = useFormat();
  const { store } = view.card;
  const { trade, car, cars } = useCurrentCar();
  const { offer } = trade;
  const other = cars.find((one) => one.car !== car && !tradeIsComplete(one.trade))?.trade.description;
  const open = openProducts(view);
  return {
    ...useReaderVoice(),
    stage: t(`stage.${stage}`),
    work: stage,
    store: store.name,
    offer: offer ? format.money(offer.allowance, { cents: "whenAny" }) : "",
    until: offer ? format.dateTime(offer.expiresAt, "weekday") : "",
    ...(code === "acceptOffer" ? offerEffect(view, car, format.money) : { by: "none", amount: "" }),
    other: other ? vehicleName(other) : "",
    adjusted: offer?.adjusts ? "yes" : "no",
    pencil: String(view.card.pencils.list.length),
    count: open.length,
    product: productName(open[0]?.kind, format.locale),
    hours: store.deposit.holdHours,
    deposit: format.money(store.deposit.amount, { cents: "whenAny" }),
    cutoff: store.delivery.rescheduleCutoffHours,
  };
}

type View = ReturnType<typeof useDeal>["view"];

/** Products on offer that have neither a yes nor a no. */
export function openProducts({ card }: View) {
  const facts = eligibilityFacts(card);
  return menuOf(card).filter((product) => {
    const answer = card.fni.answers[product.code]?.answer;
    return facts && !ineligibility(product, facts) && answer !== "accepted" && answer !== "declined";
  });
}

function offerEffect(view: View, car: number, money: (cents: number) => string) {
  const now = headlineNumbers(view);
  const then = ifOfferAccepted(view, car);
  if (now?.payment == null || then?.payment == null || now.payment === then.payment) return { by: "none", amount: "" };
  const difference = then.payment - now.payment;
  return { by: difference < 0 ? "down" : "up", amount: money(Math.abs(difference)) };
}

/** The ways round the open stage, as words. */
export function WaysOut({ className }: { className?: string }) {
  const { view, stage } = useDeal();
  const t = useMessages(nextMessages);
  const voice = useReaderVoice();
  const { act: send, busy } = useSend();
  const ways = waysOut(view, stage, useActionReader());
  const looksOn = useLooksOn();
  if (ways.length === 0 || looksOn) return null;
  return (
    <div className={className}>
      {ways.map(({ code, act }) => (
        <Button
          key={code}
          kind="word"
          disabled={busy}
          onClick={() => ("edit" in act ? void send(act.edit) : goToPlace(act.place))}
        >
          {t(`way.${code}`, { ...voice })}
        </Button>
      ))}
    </div>
  );
}
