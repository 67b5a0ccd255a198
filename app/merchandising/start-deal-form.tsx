import { Form, useNavigation } from "@remix-run/react";
import { BadgeCheck } from "lucide-react";
import type { FormEvent } from "react";
import { Button } from "#app/ui/button";
import { useVehicleWords } from "./page-words";
import { PAYMENT_FORM } from "./payment-form";
import { paymentParams, type PaymentParam } from "./payment-wish";

/** The form's id: the sticky button on a phone and the chat button send it from elsewhere on the page. */
export const START_DEAL_FORM = "start-deal";
/** Asks for the figures as a promise as well. */
export const KEEP_PRICE = "keep";

const useIsStarting = () => useNavigation().formMethod === "POST";

interface StartDealFormProps {
  /** Why it cannot be started now. */
  locked?: string;
}

/** What stands in the fields goes along, even when nobody has sent it yet. */
function takeFields({ currentTarget }: FormEvent<HTMLFormElement>): void {
  const typed = document.getElementById(PAYMENT_FORM);
  if (!(typed instanceof HTMLFormElement)) return;
  const values = new FormData(typed);
  for (const name of paymentParams) {
    const hidden = currentTarget.elements.namedItem(name);
    const value = values.get(name);
    if (hidden instanceof HTMLInputElement && typeof value === "string") hidden.value = value;
  }
}

/** One button that asks for nothing, and takes along how the shopper would pay. */
export function StartDealForm({ locked, entries }: StartDealFormProps & { entries: Record<PaymentParam, string> }) {
  const words = useVehicleWords();
  const isStarting = useIsStarting();
  return (
    <Form method="post" id={START_DEAL_FORM} onSubmit={takeFields} className="flex flex-col gap-2.5">
      {paymentParams.map((name) => (
        <input key={`${name}=${entries[name]}`} type="hidden" name={name} defaultValue={entries[name]} />
      ))}
      <Button
        type="submit"
        kind="primary"
        size="large"
        wide
        busy={isStarting}
        locked={locked}
        className="max-sm:hidden"
      >
        {words.start}
      </Button>
      {locked ? null : (
        <>
          <p className="text-center text-12 text-balance text-ink-3 max-sm:hidden">{words.startNote}</p>
          <button
            name={KEEP_PRICE}
            value="1"
            className="flex min-h-11 items-center justify-center gap-2 rounded-cell px-3 text-13 text-ink-2 hover:bg-sunken"
          >
            <BadgeCheck aria-hidden className="size-4.5 shrink-0 text-accent-600" strokeWidth={1.75} />
            <span className="text-left">
              <span className="font-medium text-accent-600">{words.keep}</span> {words.keepNote}
            </span>
          </button>
        </>
      )}
    </Form>
  );
}

/** On a phone the button stays under the thumb while the page scrolls. */
export function StickyStart({ locked }: StartDealFormProps) {
  const words = useVehicleWords();
  const isStarting = useIsStarting();
  return (
    <div
      data-print="hide"
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface px-4 pt-3 pb-safe sm:hidden"
    >
      <Button type="submit" form={START_DEAL_FORM} kind="primary" size="large" wide busy={isStarting} locked={locked}>
        {words.start}
      </Button>
    </div>
  );
}
