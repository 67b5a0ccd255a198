import { Form, useNavigation } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useVehicleWords } from "./page-words";

/** The form's id: the sticky button on a phone and the chat button send it from elsewhere on the page. */
export const START_DEAL_FORM = "start-deal";

const useIsStarting = () => useNavigation().formMethod === "POST";

interface StartDealFormProps {
  /** Why it cannot be started now. */
  locked?: string;
}

/** One button that asks for nothing. */
export function StartDealForm({ locked }: StartDealFormProps) {
  const words = useVehicleWords();
  const isStarting = useIsStarting();
  return (
    <Form method="post" id={START_DEAL_FORM} className="flex flex-col gap-2.5 max-sm:hidden">
      <Button type="submit" kind="primary" size="large" wide busy={isStarting} locked={locked}>
        {words.start}
      </Button>
      {locked ? null : <p className="text-center text-12 text-balance text-ink-3">{words.startNote}</p>}
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
