import { Form, useActionData, useNavigation } from "@remix-run/react";
import { CircleSlash } from "lucide-react";
import { createContext, type ReactNode, useContext } from "react";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import type { DeliveryActName } from "./delivery-act";
import { deliveryDeskMessages } from "./delivery-desk-messages";
import type { DeliveryActAnswer } from "./submit-delivery-act.server";

/** One id a page: the same button pressed twice on one page is one edit, whatever the network does. */
const SeedContext = createContext("");
export const DeliverySeed = SeedContext.Provider;

interface DeliveryFormProps {
  act: DeliveryActName;
  values?: Readonly<Record<string, string>>;
  /** Tells forms of one act apart, so that the answer stands at the one that was sent. */
  which?: string;
  file?: boolean;
  className?: string;
  children: ReactNode | ((state: { busy: boolean }) => ReactNode);
}

/** One act as a form: works without JavaScript and says its refusal where it was pressed. */
export function DeliveryForm({ act, values = {}, which = "", file = false, className, children }: DeliveryFormProps) {
  const seed = useContext(SeedContext);
  const { state, formData } = useNavigation();
  const own = formData?.get("act") === act && (formData.get("which") ?? "") === which;
  return (
    <Form method="post" preventScrollReset encType={file ? "multipart/form-data" : undefined} className={className}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="which" value={which} />
      <input type="hidden" name="editSeed" value={seed} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {typeof children === "function" ? children({ busy: own && state !== "idle" }) : children}
      <ActAnswer act={act} which={which} />
    </Form>
  );
}

function ActAnswer({ act, which }: { act: string; which: string }) {
  const answer = useActionData<DeliveryActAnswer>();
  const t = useMessages(deliveryDeskMessages);
  const sentence = useRefusalSentence();
  if (!answer || answer.act !== act || (answer.which ?? "") !== which) return null;
  const said = answer.refusedFile
    ? t("answer.file")
    : answer.again
      ? t("answer.again")
      : answer.refusal && sentence(answer.refusal);
  if (!said) return null;
  return (
    <p role="alert" className={cx("mt-2 flex w-full items-start gap-2 text-13 text-neg")}>
      <CircleSlash aria-hidden className="mt-px size-4 shrink-0" strokeWidth={1.75} />
      {said}
    </p>
  );
}
