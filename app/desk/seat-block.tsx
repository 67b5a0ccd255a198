import type { DeskRow } from "#app/realtime/protocol";
import { Avatar } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { KeyHint } from "#app/ui/key-hint";
import { useMessages } from "#app/ui/messages";
import { SelectField } from "#app/ui/text-field";
import { ActForm } from "./act-form";
import { useDeskPage } from "./desk-context";
import { seatToClaim } from "./desk-filter";
import { deskMessages } from "./desk-messages";
import { deskPanelMessages } from "./desk-panel-messages";
import { DetailBlock } from "./detail-block";
import type { AssignableStaff } from "./desk-data";

/** Who has the deal; taken by oneself, given by a manager. */
export function SeatBlock({ row, staff }: { row: DeskRow; staff: readonly AssignableStaff[] }) {
  const t = useMessages(deskMessages);
  const panel = useMessages(deskPanelMessages);
  const seats = [
    { name: panel("detail.salesperson"), person: row.salesperson },
    { name: panel("detail.fniManager"), person: row.fniManager },
  ];
  return (
    <DetailBlock title={panel("detail.people")}>
      <dl className="flex flex-col gap-1.5">
        {seats.map(({ name, person }) => (
          <div key={name} className="flex min-h-7 items-center justify-between gap-3">
            <dt className="text-ink-2">{name}</dt>
            <dd className="flex items-center gap-2">
              {person ? (
                <>
                  {person.firstName}
                  <Avatar name={person.firstName} size={20} />
                </>
              ) : (
                <span className="text-ink-3">{t("nobody")}</span>
              )}
            </dd>
          </div>
        ))}
      </dl>
      {row.life === "delivered" || row.life === "lost" ? null : (
        <>
          <ClaimForm row={row} />
          <ReleaseForm row={row} />
          <AssignForm row={row} staff={staff} />
        </>
      )}
    </DetailBlock>
  );
}

export function ClaimForm({ row }: { row: DeskRow }) {
  const t = useMessages(deskMessages);
  const { reader } = useDeskPage();
  const claim = seatToClaim(row, reader);
  if (!claim) return null;
  return (
    <ActForm act="claim" dealId={row.dealId} className="mt-3">
      {({ busy }) => (
        <Button type="submit" wide busy={busy} data-key="c" className="[&_kbd]:ml-1">
          {claim.takesOverFrom ? t("takeOver", { name: claim.takesOverFrom }) : t("claim")}
          <span aria-hidden className="max-lg:hidden touch:hidden">
            <KeyHint>c</KeyHint>
          </span>
        </Button>
      )}
    </ActForm>
  );
}

/** Given back by whoever has it: it waits for the next one. */
export function ReleaseForm({ row }: { row: DeskRow }) {
  const t = useMessages(deskMessages);
  const { reader } = useDeskPage();
  const mine = [row.salesperson, row.fniManager].some((person) => person?.staffId === reader.staffId);
  if (!mine) return null;
  return (
    <ActForm act="release" dealId={row.dealId} className="mt-3">
      {({ busy }) => (
        <Button type="submit" wide busy={busy}>
          {t("release")}
        </Button>
      )}
    </ActForm>
  );
}

function AssignForm({ row, staff }: { row: DeskRow; staff: readonly AssignableStaff[] }) {
  const t = useMessages(deskMessages);
  const others = staff.filter(({ staffId, seat }) => row[seat]?.staffId !== staffId);
  if (others.length === 0) return null;
  return (
    <ActForm act="assign" dealId={row.dealId} className="mt-3">
      {({ busy, errorFor }) => (
        <div className="flex items-end gap-2">
          <SelectField
            className="flex-1"
            name="staffId"
            label={t("assign")}
            error={errorFor("staffId")}
            placeholder={t("assignTo")}
            defaultValue=""
            required
            options={others.map(({ staffId, name, seat }) => ({
              value: staffId,
              label: `${name}, ${t(`role.${seat}`)}`,
            }))}
          />
          <Button type="submit" busy={busy}>
            {t("assignAct")}
          </Button>
        </div>
      )}
    </ActForm>
  );
}
