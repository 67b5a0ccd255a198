import { ArrowLeft } from "lucide-react";
import { handoverMessages } from "#app/deal-card/delivery/handover-messages";
import { Brand } from "#app/ui/brand";
import { Button, ButtonLink } from "#app/ui/button";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { TextAreaField, TextField } from "#app/ui/text-field";
import { TopBar } from "#app/ui/top-bar";
import { useAskAgain } from "#app/ui/use-ask-again";
import { useFormat } from "#app/ui/use-format";
import type { ReturnPolicy } from "#machines/store/return-policy";
import type { CustomerCard } from "#machines/deal/project-deal";
import { DeliveryForm, DeliverySeed } from "./delivery-form";
import { ReturnLines } from "./return-lines";
import { returnPageMessages } from "./return-page-messages";

/** The store answers while the customer looks on. */
const ASK_AGAIN_MS = 4_000;
/** Where nothing more is waited for. */
const over: ReadonlySet<string> = new Set(["withdrawn", "declined", "settled"]);

interface ReturnPageData {
  dealId: string;
  storeName: string;
  car: string;
  policies: ReturnPolicy[];
  request: CustomerCard["returns"]["request"];
  /** At the hand-over. */
  odometer: number;
  editSeed: string;
}

/** What the store's policy says, the question, and what became of it: one plain page. */
export function ReturnPage({ dealId, storeName, car, policies, request, odometer, editSeed }: ReturnPageData) {
  const t = useMessages(returnPageMessages);
  const h = useMessages(handoverMessages);
  useAskAgain(request && !over.has(request.status) ? ASK_AGAIN_MS : null);
  const canAsk = (!request || request.status === "withdrawn") && policies.length > 0;
  return (
    <DeliverySeed value={editSeed}>
      <TopBar wrap start={<Brand name={storeName} />} end={<LanguageToggle />} />
      <main id="main" className="mx-auto w-full max-w-190 px-4 py-6 max-sm:px-3">
        <ButtonLink to={`/deals/${dealId}?stage=delivery`} kind="quiet" className="-ml-3">
          <ArrowLeft aria-hidden strokeWidth={1.75} />
          {t("toDeal")}
        </ButtonLink>
        <h1 className="mt-2 text-24">{t("title", { car })}</h1>
        {policies.length === 0 ? <p className="mt-3 text-ink-2">{t("none")}</p> : null}
        {policies.map((policy) => (
          <Policy key={policy.code} policy={policy} />
        ))}
        {request ? (
          <Sheet className="mt-4">
            <p role="status" className="font-medium">
              {h(`returned.${request.status}`)}
            </p>
            {request.declinedBecause ? <p className="mt-1 text-ink-2">{request.declinedBecause}</p> : null}
            {request.statement ? (
              <div className="mt-3">
                <ReturnLines statement={request.statement} />
              </div>
            ) : null}
            {request.status === "requested" ? (
              <DeliveryForm act="keepCar" className="mt-3">
                <Button type="submit">{t("keep")}</Button>
              </DeliveryForm>
            ) : null}
          </Sheet>
        ) : null}
        {canAsk ? (
          <Sheet className="mt-4">
            <DeliveryForm act="return" className="flex flex-col gap-4">
              {({ busy }) => (
                <>
                  <TextField
                    name="odometer"
                    label={t("odometer")}
                    hint={t("odometerHint", { miles: odometer })}
                    inputMode="numeric"
                    required
                    className="max-w-60"
                  />
                  <label className="flex min-h-11 items-center gap-3">
                    <input
                      type="checkbox"
                      name="asDelivered"
                      value="yes"
                      className="size-5 accent-(--color-accent-600)"
                    />
                    {t("asDelivered")}
                  </label>
                  <TextAreaField name="reason" label={t("reason")} maxLength={1_000} optional />
                  <Button type="submit" kind="primary" size="large" busy={busy} className="self-start">
                    {t("ask")}
                  </Button>
                </>
              )}
            </DeliveryForm>
          </Sheet>
        ) : null}
      </main>
    </DeliverySeed>
  );
}

function Policy({ policy }: { policy: ReturnPolicy }) {
  const t = useMessages(returnPageMessages);
  const format = useFormat();
  const { name, days, miles, restocking, perMile, freeMiles } = policy;
  const lines = [
    t("days", { days }),
    miles === null ? null : t("miles", { miles: format.miles(miles) }),
    restocking
      ? t("restocking", {
          share: format.percent(restocking.share),
          least: format.money(restocking.least, { cents: "whenAny" }),
          most: format.money(restocking.most, { cents: "whenAny" }),
        })
      : t("noRestocking"),
    perMile > 0
      ? t("perMile", { amount: format.money(perMile, { cents: "whenAny" }), free: format.miles(freeMiles) })
      : null,
  ];
  return (
    <Sheet className="mt-4">
      <h2 className="text-16">{name}</h2>
      <ul className="mt-2 flex list-disc flex-col gap-1 pl-5 text-ink-2 marker:text-ink-3">
        {lines.map((line) => (line ? <li key={line}>{line}</li> : null))}
      </ul>
    </Sheet>
  );
}
