import { type FormEvent, useState } from "react";
import { peopleMessages } from "#app/deal-card/people/people-messages";
import { PanelSection } from "#app/deal-card/people/panel-section";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import type { CustomerIdentity } from "#machines/deal/deal-context";
import { openSeats } from "#machines/deal/seat";

const nameFields = ["firstName", "lastName", "email", "phone"] as const;
const addressFields = ["street", "city", "region", "postcode"] as const;

/** The co-buyer's own particulars, for them and the store; nobody else's card has more of them than the name. */
export function CoBuyerDetails() {
  const t = useMessages(peopleMessages);
  const { view, isStaff, place } = useDeal();
  const seat = openSeats(view.card.seats).find(({ kind }) => kind === "coBuyer");
  const own = place.kind === "seat" && place.seatId === seat?.seatId && seat.scope !== "view";
  if (!seat || !(isStaff || own)) return null;
  // Reached only where the projection holds them: the co-buyer's own card, and the store's.
  const known = view.card.seats.coBuyer as Partial<CustomerIdentity>;
  return (
    <PanelSection title={t("coBuyerTitle")}>
      <DetailsForm known={known} />
    </PanelSection>
  );
}

function DetailsForm({ known }: { known: Partial<CustomerIdentity> }) {
  const t = useMessages(peopleMessages);
  const { send } = useDeal();
  const [state, setState] = useState<"idle" | "busy" | "saved">("idle");
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const said = (name: keyof CustomerIdentity) => String(fields.get(name) ?? "").trim();
    setState("busy");
    const [firstName, lastName, email, phone] = [said("firstName"), said("lastName"), said("email"), said("phone")];
    const named = await send({ type: "coBuyer.identified", firstName, lastName, email, phone });
    const [street, city, region, postcode] = [said("street"), said("city"), said("region"), said("postcode")];
    const whole = street && city && region && postcode;
    const placed = whole ? await send({ type: "coBuyer.addressStated", street, city, region, postcode }) : named;
    setState([named, placed].every(({ status }) => status === "applied" || status === "repeated") ? "saved" : "idle");
  };
  const field = (name: keyof CustomerIdentity, required: boolean) => (
    <TextField
      key={name}
      label={t(name)}
      name={name}
      type={name === "email" ? "email" : "text"}
      defaultValue={known[name] ?? ""}
      required={required}
      maxLength={name === "email" ? 254 : 80}
      onChange={() => setState("idle")}
    />
  );
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <p className="text-13 text-ink-2">{t("coBuyerNote")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        {nameFields.map((name) => field(name, name === "firstName" || name === "lastName"))}
        {addressFields.map((name) => field(name, false))}
      </div>
      <Button type="submit" busy={state === "busy"} className="self-start">
        <span aria-live="polite">{state === "saved" ? t("saved") : t("save")}</span>
      </Button>
    </form>
  );
}
