import { Button } from "#app/ui/button";
import { ChoiceField } from "#app/ui/choice-field";
import { useMessages } from "#app/ui/messages";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { driveMessages } from "./drive-messages";
import type { FreeDay } from "./free-slots.server";

interface DriveBookingProps {
  days: readonly FreeDay[];
  homeMiles: number;
  phone: string;
  known: { street: string; city: string; region: string; postcode: string };
}

/** Day by day as the browser's own choices: works without JavaScript, under a thumb and by keyboard. */
export function DriveBooking({ days, homeMiles, phone, known }: DriveBookingProps) {
  const t = useMessages(driveMessages);
  const open = days.filter(({ slots }) => slots.some(({ free }) => free));
  if (open.length === 0) return <p className="text-ink-2">{t("none", { phone })}</p>;
  return (
    <div className="group/drive flex flex-col gap-5">
      <Times days={open} />
      {homeMiles > 0 ? (
        <ChoiceField
          label={t("where")}
          name="place"
          look="cards"
          columns={2}
          defaultValue="store"
          choices={[
            { value: "store", label: t("store") },
            { value: "home", label: t("home"), hint: t("homeHint", { miles: homeMiles }) },
          ]}
        />
      ) : (
        <input type="hidden" name="place" value="store" />
      )}
      {homeMiles > 0 ? <HomeAddress known={known} /> : null}
      <Button type="submit" kind="primary" size="large" className="self-start max-sm:self-stretch">
        {t("book")}
      </Button>
    </div>
  );
}

function Times({ days }: Pick<DriveBookingProps, "days">) {
  const t = useMessages(driveMessages);
  const format = useFormat();
  return (
    <fieldset className="min-w-0">
      <legend className="mb-2 text-16 font-semibold">{t("when")}</legend>
      <div className="flex flex-col gap-3">
        {days.map(({ date, slots }, index) => (
          <details key={date} open={index === 0} className="rounded-block border border-line-2">
            <summary className="flex min-h-11 cursor-pointer items-center px-4 font-medium">
              {format.date(date, "weekday")}
            </summary>
            <div className="grid grid-cols-[repeat(auto-fill,minmax(5.25rem,1fr))] gap-2 p-3 pt-0">
              {slots.map(({ startsAt, free }) => (
                <label
                  key={startsAt}
                  className="relative grid h-11 place-items-center rounded-cell border border-line-2 has-checked:border-accent-600 has-checked:bg-accent-50 has-checked:font-semibold has-checked:text-accent-800 has-focus-visible:outline-2 has-focus-visible:outline-accent-600 has-disabled:border-transparent has-disabled:bg-sunken has-disabled:text-ink-3"
                >
                  <input
                    type="radio"
                    name="startsAt"
                    value={startsAt}
                    required
                    disabled={!free}
                    className="absolute inset-0 appearance-none rounded-cell outline-none"
                  />
                  <span className="figures pointer-events-none">
                    {format.time(startsAt)}
                    {free ? null : <span className="text-12"> {t("full")}</span>}
                  </span>
                </label>
              ))}
            </div>
          </details>
        ))}
      </div>
    </fieldset>
  );
}

const addressParts = [
  { name: "street", autoComplete: "street-address", className: "col-span-full" },
  { name: "city", autoComplete: "address-level2", className: "max-sm:col-span-2 sm:col-span-3" },
  { name: "region", autoComplete: "address-level1", className: "" },
  { name: "postcode", autoComplete: "postal-code", className: "sm:col-span-2" },
] as const;

/** Shown once they chose to be visited; without JavaScript as well. */
function HomeAddress({ known }: Pick<DriveBookingProps, "known">) {
  const t = useMessages(driveMessages);
  return (
    <div className="hidden grid-cols-2 gap-3 group-has-[input[value=home]:checked]/drive:grid sm:grid-cols-6">
      {addressParts.map(({ name, ...look }) => (
        <TextField key={name} name={name} label={t(name)} maxLength={80} defaultValue={known[name]} {...look} />
      ))}
    </div>
  );
}
