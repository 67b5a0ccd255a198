import { Button } from "#app/ui/button";
import { ChoiceField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { ActForm } from "./act-form";
import type { FinanceDealData } from "./desk-data";
import { checklistMessages } from "./checklist-messages";

interface BuyerFormProps {
  deal: FinanceDealData;
  onDone: () => void;
}

/** Name and address as they go on the contract. */
export function IdentifyForm({ deal: { dealId, customer }, onDone }: BuyerFormProps) {
  const t = useMessages(checklistMessages);
  return (
    <ActForm act="identify" dealId={dealId} onDone={onDone} className="p-4">
      {({ busy, errorFor }) => {
        const field = (name: keyof typeof customer) => ({
          name,
          label: t(`identify.${name}`),
          defaultValue: customer[name],
          error: errorFor(name),
          // The finance manager types somebody else's name: the browser's own would be wrong.
          autoComplete: "off",
          maxLength: 80,
        });
        return (
          <div className="grid grid-cols-6 gap-x-3 gap-y-4">
            <TextField {...field("firstName")} required className="col-span-3" />
            <TextField {...field("lastName")} required className="col-span-3" />
            <TextField {...field("email")} type="email" maxLength={200} optional className="col-span-6" />
            <TextField {...field("phone")} type="tel" optional className="col-span-6" />
            <TextField {...field("street")} required className="col-span-6" />
            <TextField {...field("city")} required className="col-span-2" />
            <TextField {...field("region")} required className="col-span-2" />
            <TextField {...field("postcode")} required className="col-span-2" />
            <Button type="submit" kind="primary" size="large" wide busy={busy} className="col-span-6 mt-2">
              {t("identify.save")}
            </Button>
          </div>
        );
      }}
    </ActForm>
  );
}

/** What was looked at; who looked is the person signed in. */
export function VerifyIdentityForm({ deal: { dealId, customer }, onDone }: BuyerFormProps) {
  const t = useMessages(checklistMessages);
  const name = [customer.firstName, customer.lastName].filter(Boolean).join(" ");
  return (
    <ActForm act="verifyIdentity" dealId={dealId} onDone={onDone} className="p-4">
      {({ busy, errorFor }) => (
        <div className="flex flex-col gap-4">
          <ChoiceField
            name="method"
            label={t("verify.lead", { name })}
            look="cards"
            error={errorFor("method")}
            defaultValue="license"
            choices={[
              { value: "license", label: t("verify.license"), hint: t("verify.licenseHint") },
              { value: "passport", label: t("verify.passport") },
              { value: "knownCustomer", label: t("verify.knownCustomer"), hint: t("verify.knownCustomerHint") },
            ]}
          />
          <Button type="submit" kind="primary" size="large" wide busy={busy}>
            {t("verify.save")}
          </Button>
        </div>
      )}
    </ActForm>
  );
}
