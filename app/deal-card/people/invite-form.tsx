import { type FormEvent, useState } from "react";
import { peopleMessages } from "#app/deal-card/people/people-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { SelectField, TextField } from "#app/ui/text-field";
import { openSeats, scopesOf, seatRelations, type SeatRelation, type SeatScope } from "#machines/deal/seat";
import type { SeatKind } from "#machines/store/actor";

/** A seat for somebody: as what, who they are, how far they go. Their link is made from the list above. */
export function InviteForm() {
  const t = useMessages(peopleMessages);
  const { view } = useDeal();
  const { act, busy } = useSend();
  const coBuyerFree = !openSeats(view.card.seats).some(({ kind }) => kind === "coBuyer");
  const [chosen, setKind] = useState<SeatKind>("guest");
  const [wanted, setScope] = useState<SeatScope | null>(null);
  const kind = chosen === "coBuyer" && !coBuyerFree ? "guest" : chosen;
  // Who signs the contract states their own name and address for it; anybody else looks on until the buyer says more.
  const usual = kind === "coBuyer" ? "ownData" : "view";
  const scope = wanted && scopesOf(kind).includes(wanted) ? wanted : usual;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const name = String(fields.get("name") ?? "").trim();
    if (!name) return;
    const relation = String(fields.get("relation")) as SeatRelation;
    if (await act({ type: "seat.inviteRequested", kind, relation, scope, name })) form.reset();
  };
  return (
    <form className="flex flex-col gap-4" onSubmit={(event) => void submit(event)}>
      <p className="text-13 text-ink-2">{t("inviteNote")}</p>
      <SegmentedControl<SeatKind>
        label={t("inviteKind")}
        name="seat-kind"
        value={kind}
        onChange={setKind}
        segments={[
          { value: "guest", label: t("kind.guest") },
          { value: "coBuyer", label: t("kind.coBuyer"), disabled: !coBuyerFree },
        ]}
      />
      <TextField label={t("inviteName")} name="name" required maxLength={80} autoComplete="off" />
      <SelectField
        label={t("inviteRelation")}
        name="relation"
        defaultValue="spouse"
        options={seatRelations.map((relation) => ({ value: relation, label: t(`relation.${relation}`) }))}
      />
      <SelectField
        label={t("scopeLabel")}
        hint={t(`scopeNote.${scope}`)}
        value={scope}
        onChange={(event) => setScope(event.target.value as SeatScope)}
        options={scopesOf(kind).map((one) => ({ value: one, label: t(`scope.${one}`) }))}
      />
      <Button type="submit" wide busy={busy}>
        {t("inviteSubmit")}
      </Button>
    </form>
  );
}
