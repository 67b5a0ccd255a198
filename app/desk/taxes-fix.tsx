import { CARD_TAXES } from "#app/deal-card/taxes/card-taxes";
import { Button, ButtonLink } from "#app/ui/button";
import type { ChecklistItem } from "#machines/jacket/finalize-checklist";
import { ActForm } from "./act-form";
import type { FinanceDealData } from "./desk-data";

interface TaxesFixProps {
  deal: FinanceDealData;
  item: ChecklistItem;
  label: string;
  kind: "primary" | "outline";
}

/** Looks the taxes up again for the same place; where they are stated by hand, the way to their lines on the card. */
export function TaxesFix({ deal, item, label, kind }: TaxesFixProps) {
  const { garaging } = deal.facts;
  if (item.reason === "byHand")
    return (
      <ButtonLink kind={kind} to={`/deals/${deal.dealId}?stage=vehicle#${CARD_TAXES}`}>
        {label}
      </ButtonLink>
    );
  const elsewhere = garaging && !garaging.sameAsHome ? garaging : null;
  return (
    <ActForm
      act="applyTaxes"
      dealId={deal.dealId}
      values={{
        street: elsewhere?.street ?? "",
        city: elsewhere?.city ?? "",
        region: elsewhere?.region ?? "",
        postcode: elsewhere?.postcode ?? "",
        registrant: garaging?.registrant ? "yes" : "no",
      }}
    >
      {({ busy }) => (
        <Button type="submit" kind={kind} busy={busy}>
          {label}
        </Button>
      )}
    </ActForm>
  );
}
