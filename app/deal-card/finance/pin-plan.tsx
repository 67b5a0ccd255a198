import { Pin } from "lucide-react";
import { type FormEvent, useState } from "react";
import { planMessages } from "#app/deal-card/finance/plan-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { ChoiceField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { Popover } from "#app/ui/popover";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { numbersFrom } from "#machines/deal/deal-view";
import { type PaymentPlan, planOf } from "#machines/deal/deal-terms";
import { MOST_SCENARIOS, samePlan, scenarioFigures } from "#machines/deal/scenario";
import { paymentMethods, type PaymentMethod } from "#machines/stages/finance";

/** A plan's own name until somebody gives it another. */
export function usePlanName() {
  const t = useMessages(planMessages);
  const format = useFormat();
  return ({ method, termMonths, leaseTermMonths, cashDown }: PaymentPlan): string => {
    const down = format.money(cashDown, { cents: "whenAny" });
    switch (method) {
      case "cash":
        return t("names.cash");
      case "finance":
        return t("names.finance", { months: String(termMonths), down });
      case "lease":
        return t("names.lease", { months: String(leaseTermMonths), down });
    }
  };
}

/** Keeps a way of paying in view: the one on the screen, or its neighbour of another kind. */
export function PinPlan({ plan }: { plan?: PaymentPlan }) {
  const { view } = useDeal();
  const t = useMessages(planMessages);
  const [open, setOpen] = useState(false);
  const isFull = view.card.scenarios.pinned.length >= MOST_SCENARIOS;
  return (
    <Popover
      label={t("addThis")}
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" locked={isFull ? t("full") : undefined}>
          <Pin aria-hidden strokeWidth={1.75} />
          {t("add")}
        </Button>
      }
    >
      <PinForm plan={plan ?? planOf(view.card)} onPinned={() => setOpen(false)} />
    </Popover>
  );
}

function PinForm({ plan, onPinned }: { plan: PaymentPlan; onPinned: () => void }) {
  const { view } = useDeal();
  const t = useMessages(planMessages);
  const format = useFormat();
  const nameOf = usePlanName();
  const { busy, act } = useSend();
  const [method, setMethod] = useState<PaymentMethod>(plan.method);
  const [name, setName] = useState("");
  const chosen = { ...plan, method };
  const pin = async (event: FormEvent) => {
    event.preventDefault();
    if (await act({ type: "scenario.pinned", name: name.trim() || nameOf(chosen), ...chosen })) onPinned();
  };
  return (
    <form onSubmit={(event) => void pin(event)} className="flex flex-col gap-3">
      <ChoiceField
        label={t("addThis")}
        name="pin-method"
        look="cards"
        value={method}
        onChange={(value) => setMethod(value as PaymentMethod)}
        choices={paymentMethods.map((way) => {
          const figures = scenarioFigures(numbersFrom(view), { ...plan, method: way });
          const fits = figures?.fits ? figures.figures : null;
          const isPinned = view.card.scenarios.pinned.some((one) => samePlan(one, { ...plan, method: way }));
          return {
            value: way,
            label: t(`method.${way}`),
            hint: isPinned ? t("pinned") : undefined,
            detail: fits ? format.money(fits.payment ?? fits.cashDue) : t("none"),
            disabled: !fits || isPinned,
          };
        })}
      />
      <TextField
        label={t("name")}
        value={name}
        placeholder={nameOf(chosen)}
        maxLength={40}
        autoComplete="off"
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" busy={busy} className="self-start">
        {t("pin")}
      </Button>
    </form>
  );
}
