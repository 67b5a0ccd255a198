import { Form, useNavigation } from "@remix-run/react";
import type { ReactNode } from "react";
import { Button } from "#app/ui/button";

interface CreditActFormProps {
  act: string;
  values?: Record<string, string>;
  label: string;
  primary?: boolean;
  children?: ReactNode;
}

/** One act of the credit page: hidden ids, what it asks for, and its button. Works without scripts. */
export function CreditActForm({ act, values = {}, label, primary = false, children }: CreditActFormProps) {
  const navigation = useNavigation();
  const busy = navigation.state !== "idle" && navigation.formData?.get("act") === act;
  return (
    <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-2">
      <input type="hidden" name="act" value={act} />
      {Object.entries(values).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      <Button type="submit" size="medium" kind={primary ? "primary" : "outline"} busy={busy}>
        {label}
      </Button>
    </Form>
  );
}
