import { Link } from "@remix-run/react";
import { Check } from "lucide-react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { DeliveryForm, DeliverySeed } from "./delivery-form";
import { DeliveryFrame } from "./delivery-frame";
import type { DriveRow } from "./drive-list.server";
import { DriveChip } from "./drive-list-page";
import { driveMessages } from "./drive-messages";
import { SignaturePad } from "./signature-pad";
import { PhotoInput } from "./photo-input";

interface DriveDeskData {
  storeName: string;
  row: DriveRow;
  editSeed: string;
}

/** One test drive at the store: license, agreement, plate, out and back, in this order. */
export function DriveDeskPage({ storeName, row, editSeed }: DriveDeskData) {
  const t = useMessages(driveMessages);
  const format = useFormat();
  const { drive, dealId } = row;
  return (
    <DeliveryFrame storeName={storeName} current="drives" width="narrow">
      <DeliverySeed value={editSeed}>
        <header className="flex flex-wrap items-start justify-between gap-3">
          <div className="min-w-0">
            <h1 className="text-20">{t("titleOf", { car: drive.carName })}</h1>
            <p className="text-ink-2">
              {row.customer || row.dealNumber} · {format.dateTime(drive.startsAt, "weekday")}
              {row.phone ? ` · ${row.phone}` : ""}
            </p>
            {row.address ? <p className="text-ink-2">{row.address}</p> : null}
          </div>
          <DriveChip row={row} />
        </header>
        <div className="mt-4 flex flex-col gap-4">
          <License row={row} />
          <Agreement row={row} />
          <OutAndBack row={row} />
          <p>
            <Link to={`/deals/${dealId}`} className="touch-target text-accent-600">
              {t("open")}
            </Link>
          </p>
        </div>
      </DeliverySeed>
    </DeliveryFrame>
  );
}

function Done({ children }: { children: string }) {
  return (
    <p className="mt-2 flex items-center gap-2 text-pos">
      <Check aria-hidden className="size-5 shrink-0" strokeWidth={2} />
      {children}
    </p>
  );
}

function License({ row: { drive, dealId } }: { row: DriveRow }) {
  const t = useMessages(driveMessages);
  return (
    <Sheet>
      <SheetHead title={t("license")} hint={t("bring")} />
      {drive.licenseSeen ? (
        <>
          <Done>{t("licenseSeen")}</Done>
          <a
            href={`/desk/drives/${dealId}/${drive.driveId}/license`}
            target="_blank"
            rel="noreferrer"
            className="touch-target text-13 text-accent-600"
          >
            {t("licenseLook")}
          </a>
        </>
      ) : drive.status === "booked" ? (
        <DeliveryForm act="license" file values={{ driveId: drive.driveId }} className="mt-3 flex flex-wrap gap-3">
          {({ busy }) => (
            <>
              <PhotoInput label={t("license")} />
              <Button type="submit" busy={busy}>
                {t("licenseTake")}
              </Button>
            </>
          )}
        </DeliveryForm>
      ) : null}
    </Sheet>
  );
}

function Agreement({ row: { drive, dealId, customer } }: { row: DriveRow }) {
  const t = useMessages(driveMessages);
  return (
    <Sheet>
      <SheetHead
        title={t("sign")}
        actions={
          <a href={`/deals/${dealId}/drives/${drive.driveId}/agreement.pdf`} className="touch-target text-accent-600">
            {t("agreement")}
          </a>
        }
      />
      <p className="mt-2 text-13 text-ink-2">{t("terms")}</p>
      {drive.signature ? (
        <Done>{t("signed", { name: drive.signature.name })}</Done>
      ) : drive.status === "booked" ? (
        <DeliveryForm act="signDrive" values={{ driveId: drive.driveId }} className="mt-3 flex flex-col gap-3">
          {({ busy }) => (
            <>
              <SignaturePad
                name={customer}
                labels={{ name: t("name"), hint: t("hint"), clear: t("clear"), canvas: t("canvas") }}
              />
              <Button type="submit" busy={busy} className="self-start">
                {t("signButton")}
              </Button>
            </>
          )}
        </DeliveryForm>
      ) : null}
    </Sheet>
  );
}

function OutAndBack({ row: { drive } }: { row: DriveRow }) {
  const t = useMessages(driveMessages);
  const format = useFormat();
  const { driveId, status, leftAt, plate } = drive;
  if (status === "cancelled") return null;
  return (
    <Sheet>
      {leftAt ? <p>{t("leftAt", { time: format.dateTime(leftAt), plate })}</p> : null}
      {status === "booked" ? (
        <div className="flex flex-wrap items-end justify-between gap-3">
          <DeliveryForm act="leave" values={{ driveId }} className="flex flex-wrap items-end gap-2">
            <TextField name="plate" label={t("plate")} required maxLength={80} className="w-40" />
            <Button type="submit" kind="primary">
              {t("leave")}
            </Button>
          </DeliveryForm>
          <DeliveryForm act="cancelDrive" values={{ driveId }}>
            <Button type="submit" kind="quiet">
              {t("cancel")}
            </Button>
          </DeliveryForm>
        </div>
      ) : null}
      {status === "out" ? (
        <DeliveryForm act="back" values={{ driveId }} className="mt-3">
          <Button type="submit" kind="primary">
            {t("return")}
          </Button>
        </DeliveryForm>
      ) : null}
      {status === "back" ? <Done>{t("back")}</Done> : null}
    </Sheet>
  );
}
