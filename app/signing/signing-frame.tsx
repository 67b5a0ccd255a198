import { Form, useNavigation } from "@remix-run/react";
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Brand } from "#app/ui/brand";
import { cx } from "#app/ui/class-names";
import { DemoMark } from "#app/ui/demo-mark";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { TopBar } from "#app/ui/top-bar";
import { signingMessages } from "./signing-messages";
import type { SigningRefusal } from "./signing-refusal";

/** The bar and the ground of every page of a signing: the store's name, the language, nothing else to go to. */
export function SigningFrame({ store, children }: { store: string; children: ReactNode }) {
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        wrap
        start={
          <>
            <Brand name={store} />
            <DemoMark />
          </>
        }
        end={<LanguageToggle />}
      />
      <main id="main" className="mx-auto w-full max-w-200 px-6 py-8 pb-20 max-sm:px-4 max-sm:py-5">
        {children}
      </main>
    </div>
  );
}

/** Why the last press was not taken; a screen reader hears it when it appears. */
export function RefusalNotice({ reason, className }: { reason: SigningRefusal | null; className?: string }) {
  const t = useMessages(signingMessages);
  return (
    <div role="alert" className={cx("empty:hidden", className)}>
      {reason === null ? null : (
        <p className="flex items-start gap-2 rounded-block bg-neg-ground px-3.5 py-2.5 text-neg">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" strokeWidth={1.75} />
          <span className="min-w-0 flex-1 text-pretty">{t(`refusals.${reason}`)}</span>
        </p>
      )}
    </div>
  );
}

interface ActProps {
  act: string;
  values?: Readonly<Record<string, string>>;
  className?: string;
  children: (busy: boolean) => ReactNode;
}

/** One act of a signer as a form: it works without a script. Busy is the form whose own values are on their way. */
export function Act({ act, values = {}, className, children }: ActProps) {
  const { formData, state } = useNavigation();
  const isOwn = Object.entries({ act, ...values }).every(([name, value]) => formData?.get(name) === value);
  return (
    <Form method="post" className={className} preventScrollReset>
      <input type="hidden" name="act" value={act} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children(state !== "idle" && isOwn)}
    </Form>
  );
}
