import { Megaphone, Search } from "lucide-react";
import { useState } from "react";
import { CatalogueSection } from "#app/ui/catalogue/catalogue-section";
import { CheckboxField, ChoiceField, SwitchField } from "#app/ui/choice-field";
import { KeyHint } from "#app/ui/key-hint";
import { LiveTextField, MoneyField, NumberField } from "#app/ui/live-field";
import { SegmentedControl } from "#app/ui/segmented-control";
import { Sheet } from "#app/ui/sheet";
import { SelectField, TextAreaField, TextField } from "#app/ui/text-field";

export function FieldSection() {
  return (
    <CatalogueSection
      title="Fields"
      note="Saved on blur or after 400 ms of quiet. Another person’s edit never takes the focus."
    >
      <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
        <Texts />
        <Choices />
      </div>
    </CatalogueSection>
  );
}

function Texts() {
  const [miles, setMiles] = useState(58240);
  const [down, setDown] = useState(300000);
  const [name, setName] = useState("Theo");
  return (
    <Sheet className="grid gap-4 sm:grid-cols-2">
      <LiveTextField label="First name" value={name} onCommit={setName} save="saved" />
      <TextField
        label="Email"
        type="email"
        defaultValue="theo@example"
        error="Write the whole address, such as theo@example.com."
      />
      <MoneyField
        label="Cash down"
        value={down}
        onCommit={setDown}
        hint="Store minimum $1,500"
        presence={{ name: "Maya", who: 1 }}
      />
      <NumberField
        label="Odometer"
        value={miles}
        onCommit={setMiles}
        save="unsent"
        hint="From the dashboard"
        after="mi"
      />
      <SelectField
        label="Body"
        name="body"
        placeholder="Any body"
        options={[
          { value: "suv", label: "SUV" },
          { value: "sedan", label: "Sedan" },
        ]}
      />
      <TextField label="Middle name" optional />
      <TextField
        label="Search"
        hideLabel
        icon={<Search aria-hidden />}
        placeholder="Deal, name, VIN, stock"
        after={<KeyHint>/</KeyHint>}
      />
      <TextField label="Locked" defaultValue="Price pinned" disabled />
      <TextAreaField
        label="Anything we should know"
        className="sm:col-span-2"
        placeholder="One owner, every record kept"
      />
    </Sheet>
  );
}

function Choices() {
  return (
    <Sheet className="flex flex-col gap-5">
      <SegmentedControl
        label="Way to pay"
        name="small-way"
        size="medium"
        defaultValue="finance"
        segments={[
          { value: "cash", label: "Cash" },
          { value: "finance", label: "Finance" },
          { value: "lease", label: "Lease" },
        ]}
      />
      <ChoiceField
        label="Your trade-in"
        name="trade"
        look="cards"
        defaultValue="now"
        choices={[
          { value: "now", label: "Value it now", hint: "Seven photos, 4 minutes", detail: "about $14,000" },
          { value: "later", label: "Decide later", hint: "The payment stays a range" },
          { value: "none", label: "No trade" },
        ]}
      />
      <ChoiceField
        label="Condition"
        name="condition"
        columns={3}
        defaultValue="good"
        choices={[
          { value: "rough", label: "Rough" },
          { value: "good", label: "Good" },
          { value: "clean", label: "Clean", disabled: true },
        ]}
      />
      <div>
        <CheckboxField label="Text me when Gus has seen the photos" hint="One message" defaultChecked />
        <CheckboxField label="I have read the privacy notice" error="Needed before the soft check." />
      </div>
      <SwitchField
        icon={<Megaphone aria-hidden strokeWidth={1.75} />}
        label="Vehicle ads"
        hint="2 feeds"
        defaultChecked
      />
    </Sheet>
  );
}
