import { Snowflake } from "lucide-react";
import { useState } from "react";
import { Button, buttonClass, ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { Drawer } from "#app/ui/drawer";
import { useMessages } from "#app/ui/messages";
import { PassedChecks, RedLine } from "#app/ui/red-line";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { useFormat } from "#app/ui/use-format";
import { type ChecklistItem, openItems } from "#machines/jacket/finalize-checklist";
import { IdentifyForm, VerifyIdentityForm } from "./buyer-forms";
import { useChecklistWords } from "./checklist-words";
import type { FinanceDealData } from "./desk-data";
import { TaxesFix } from "./taxes-fix";
import { PROMISE_DIFFERENCES } from "./promise-sheet";
import { checklistMessages } from "./checklist-messages";

/** The first red line, for the link under the locked button. */
export const FIRST_RED_LINE = "first-red-line";

type Form = "identify" | "verifyIdentity";

/** What must be true before the deal is frozen: red lines with their fix, the rest small. */
export function FinalizeChecklistSheet({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(checklistMessages);
  const wordsOf = useChecklistWords(deal);
  const [form, setForm] = useState<Form | null>(null);
  if (deal.life !== "open") return <SettledSheet deal={deal} />;
  const open = openItems(deal.checklist);
  const passed = deal.checklist.filter(({ ok }) => ok);
  return (
    <Sheet padding="none" className="overflow-clip">
      <SheetHead
        level={3}
        title={t("check.title")}
        aside={
          <>
            {open.length > 0 ? <Chip kind="negative">{t("check.toFix", { count: String(open.length) })}</Chip> : null}
            <Chip kind="positive">
              {t("check.clear", { clear: String(passed.length), total: String(deal.checklist.length) })}
            </Chip>
          </>
        }
        className="border-b border-line px-4 py-3"
      />
      {open.length > 0 ? (
        <ul id={FIRST_RED_LINE} tabIndex={-1} className="outline-none">
          {open.map((item, index) => {
            const words = wordsOf(item);
            return (
              <RedLine
                key={item.code}
                title={words.red}
                why={words.why}
                fix={<Fix deal={deal} item={item} label={words.fix} isFirst={index === 0} onForm={setForm} />}
              />
            );
          })}
        </ul>
      ) : null}
      <PassedChecks checks={passed.map((item) => wordsOf(item).passed)} />
      <Drawer open={form === "identify"} onOpenChange={() => setForm(null)} title={t("identify.title")}>
        <IdentifyForm deal={deal} onDone={() => setForm(null)} />
      </Drawer>
      <Drawer open={form === "verifyIdentity"} onOpenChange={() => setForm(null)} title={t("verify.title")}>
        <VerifyIdentityForm deal={deal} onDone={() => setForm(null)} />
      </Drawer>
    </Sheet>
  );
}

interface FixProps {
  deal: FinanceDealData;
  item: ChecklistItem;
  label: string;
  isFirst: boolean;
  onForm: (form: Form) => void;
}

function Fix({ deal, item, label, isFirst, onForm }: FixProps) {
  const t = useMessages(checklistMessages);
  const look = { kind: isFirst ? ("primary" as const) : ("outline" as const), ...(isFirst && { "data-key": "f" }) };
  if ("stage" in item.fix)
    return (
      <ButtonLink {...look} to={`/deals/${deal.dealId}?stage=${item.fix.stage}`}>
        {label}
      </ButtonLink>
    );
  const { action } = item.fix;
  if (action === "verifyIdentity" && !deal.may.verifyIdentity)
    return <p className="max-w-50 text-12 text-ink-3">{t("check.identityVerified.notYours")}</p>;
  if (action === "applyTaxes") return <TaxesFix deal={deal} item={item} label={label} kind={look.kind} />;
  if (action === "credit")
    return (
      <ButtonLink {...look} to={`/finance/credit/${deal.dealId}`}>
        {label}
      </ButtonLink>
    );
  if (action === "readPromise")
    return (
      <a href={`#${PROMISE_DIFFERENCES}`} className={buttonClass({ kind: look.kind })}>
        {label}
      </a>
    );
  return (
    <Button {...look} onClick={() => onForm(action)}>
      {label}
    </Button>
  );
}

/** Once frozen, the checklist has done its work: what stands is said in one sentence. */
function SettledSheet({ deal }: { deal: FinanceDealData }) {
  const t = useMessages(checklistMessages);
  const format = useFormat();
  const { frozen, life } = deal;
  const time = frozen.at ? format.dateTime(frozen.at) : "";
  const sentence =
    life === "delivered"
      ? t("check.deliveredNote")
      : life === "lost"
        ? t("check.lostNote")
        : t("check.frozenNote", { revision: String(frozen.revision ?? ""), name: frozen.by ?? "", time });
  return (
    <Sheet padding={16} className="flex items-start gap-3">
      <Snowflake aria-hidden className="mt-0.5 size-5 shrink-0 text-accent-600" strokeWidth={1.75} />
      <p className="text-ink-2">{sentence}</p>
    </Sheet>
  );
}
