import { type FormEvent, useState } from "react";
import { AddressFields, addressFrom } from "#app/deal-card/delivery/address-fields";
import { useCardPanel } from "#app/deal-card/card-panels";
import { LivePlace } from "#app/deal-card/live-place";
import { taxesPanelMessages } from "#app/deal-card/taxes/taxes-panel-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { Button } from "#app/ui/button";
import { CheckboxField, ChoiceField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { jurisdictionOf } from "#machines/rule-packs/jurisdictions";

const nowhere = { street: "", city: "", region: "", postcode: "" };
const isCanadian = (region: string) => jurisdictionOf(region)?.country === "ca";

/** "Where will the car be kept?": at home or elsewhere. Canada asks one thing more, because it changes the tax. */
export function GaragingForm() {
  const { view, send } = useDeal();
  const { openPanel } = useCardPanel();
  const t = useMessages(taxesPanelMessages);
  const sentenceOf = useRefusalSentence();
  const { taxes, people, store } = view.card;
  const home = people.customer;
  const knowsHome = home.street !== "" && home.region !== "";
  const elsewhere = taxes.garaging && !taxes.garaging.sameAsHome ? taxes.garaging : null;
  const [choice, setChoice] = useState(elsewhere || !knowsHome ? "other" : "home");
  const [typedRegion, setTypedRegion] = useState(elsewhere?.region ?? "");
  const [error, setError] = useState<string>();
  const [busy, setBusy] = useState(false);
  const asksRegistrant = isCanadian(choice === "home" ? home.region : typedRegion) || isCanadian(store.address.region);

  const save = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setBusy(true);
    setError(undefined);
    const answer = await send({
      type: "taxes.garagingRequested",
      address: choice === "home" ? null : addressFrom(form),
      registrant: form.get("registrant") === "on",
    });
    setBusy(false);
    if (answer.status === "refused") setError(sentenceOf(answer.refusal));
  };
  return (
    <LivePlace field="taxes">
      <form
        onSubmit={(event) => void save(event)}
        onChange={(event) => setTypedRegion(addressFrom(new FormData(event.currentTarget)).region)}
        className="flex flex-col gap-4"
      >
        <ChoiceField
          name="place"
          label={t("where")}
          value={choice}
          onChange={setChoice}
          choices={[
            {
              value: "home",
              label: t("home"),
              hint: knowsHome ? `${home.street}, ${home.city}, ${home.region} ${home.postcode}` : t("homeMissing"),
              disabled: !knowsHome,
            },
            { value: "other", label: t("other") },
          ]}
        />
        {choice === "other" ? <AddressFields known={elsewhere ?? nowhere} /> : null}
        {asksRegistrant ? (
          <CheckboxField
            name="registrant"
            label={t("registrant")}
            hint={t("registrantHint")}
            defaultChecked={taxes.garaging?.registrant ?? false}
          />
        ) : null}
        <p aria-live="polite" className={error ? "text-13 text-neg" : "sr-only"}>
          {error}
        </p>
        <div className="flex flex-wrap gap-2">
          <Button type="submit" busy={busy}>
            {taxes.garaging ? t("again") : t("lookUp")}
          </Button>
          {knowsHome ? null : (
            <Button kind="word" onClick={() => openPanel("details")}>
              {t("giveHome")}
            </Button>
          )}
        </div>
      </form>
    </LivePlace>
  );
}
