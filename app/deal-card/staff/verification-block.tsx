import { type FormEvent, useState } from "react";
import { usePersonName } from "#app/deal-card/card-people";
import { useCurrentCar } from "#app/deal-card/current-car";
import { useActionReader } from "#app/deal-card/summary/next-step-action";
import { verificationMessages } from "#app/deal-card/trade/verification-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { useSend } from "#app/deal-card/use-send";
import { Button } from "#app/ui/button";
import { lazyPart } from "#app/ui/lazy-part";
import { useMessages } from "#app/ui/messages";
import { StaffBlock } from "#app/ui/staff-block";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { permissionFor } from "#machines/deal/deal-permissions";
import { staffFigures } from "#machines/deal/deal-view";

const VerificationDrawer = lazyPart(
  "verification-drawer",
  async () => (await import("#app/deal-card/staff/verification-drawer")).VerificationDrawer,
);

/** Once an offer is accepted somebody looks at the car, or a manager takes it as it is. */
export function VerificationBlock() {
  const { trade, car } = useCurrentCar();
  const { view } = useDeal();
  const t = useMessages(verificationMessages);
  const format = useFormat();
  const nameOf = usePersonName();
  const { role } = useActionReader();
  const [open, setOpen] = useState(false);
  const { offer, verification } = trade;
  const waiver = staffFigures(view).waivers[car - 1];
  const mayCheck = permissionFor("trade.verificationProposed").by.includes(role);
  const mayWaive = permissionFor("trade.verificationWaived").by.includes(role) && !verification && !waiver;
  if (offer?.answer !== "accepted" || !(mayCheck || mayWaive || waiver || verification)) return null;
  return (
    <StaffBlock
      title={t("title")}
      aside={
        verification
          ? t("done", { who: nameOf(verification.by), time: format.dateTime(verification.at, "weekday") })
          : undefined
      }
    >
      {waiver ? <p className="mb-2 text-13">{t("waived", { reason: waiver.reason ?? "" })}</p> : null}
      {mayCheck ? (
        <Button size="small" onClick={() => setOpen(true)}>
          {verification ? t("again") : t("begin")}
        </Button>
      ) : null}
      {mayWaive ? <WaiveForm /> : null}
      {open ? <VerificationDrawer onClose={() => setOpen(false)} /> : null}
    </StaffBlock>
  );
}

function WaiveForm() {
  const { about } = useCurrentCar();
  const t = useMessages(verificationMessages);
  const { busy, act } = useSend();
  const waive = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const reason = String(new FormData(event.currentTarget).get("reason") ?? "").trim();
    if (reason) void act({ type: "trade.verificationWaived", reason, ...about });
  };
  return (
    <form onSubmit={waive} className="mt-2 flex flex-wrap items-end gap-2">
      <TextField
        name="reason"
        label={t("waiveReason")}
        required
        maxLength={80}
        autoComplete="off"
        className="min-w-40 flex-1"
      />
      <Button type="submit" size="small" kind="quiet" busy={busy}>
        {t("waive")}
      </Button>
    </form>
  );
}
