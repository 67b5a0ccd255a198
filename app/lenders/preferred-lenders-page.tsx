import { Form, useNavigation } from "@remix-run/react";
import { Brand } from "#app/ui/brand";
import { Button } from "#app/ui/button";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField } from "#app/ui/text-field";
import { TopBar } from "#app/ui/top-bar";
import { financeCreditMessages } from "./finance-credit-messages";
import { preferences } from "./preference";
import type { LenderPreferences } from "./preferred-lenders.server";

/** Which lenders stand ticked on the next application, by kind of car. */
export function PreferredLendersPage({ kinds, said }: { kinds: LenderPreferences; said: boolean | null }) {
  const t = useMessages(financeCreditMessages);
  return (
    <>
      <TopBar start={<Brand name={t("board.desk")} to="/finance" />} end={<LanguageToggle />} />
      <main id="main" className="mx-auto w-full max-w-240 px-4 py-6">
        <h1 className="text-24">{t("preferred.title")}</h1>
        <p className="mb-4 max-w-160 text-ink-2">{t("preferred.lead")}</p>
        <p role="status" className={said === false ? "mb-4 text-neg empty:hidden" : "mb-4 text-pos empty:hidden"}>
          {said === null ? null : said ? t("preferred.kept") : t("preferred.tooMany")}
        </p>
        <div className="grid items-start gap-4 md:grid-cols-2">
          {kinds.map((kind) => (
            <OneKind key={`${kind.condition} ${kind.method}`} kind={kind} />
          ))}
        </div>
      </main>
    </>
  );
}

function OneKind({ kind: { condition, method, lenders } }: { kind: LenderPreferences[number] }) {
  const t = useMessages(financeCreditMessages);
  const sent = useNavigation().formData;
  const busy = sent?.get("condition") === condition && sent.get("method") === method;
  const options = preferences.map((value) => ({ value, label: t("preferred.preference", { preference: value }) }));
  return (
    <Sheet padding="none">
      <SheetHead
        level={2}
        title={t("preferred.kind", { kind: condition, method })}
        className="border-b border-line px-4 py-3"
      />
      <Form method="post" preventScrollReset className="flex flex-col gap-3 px-4 py-3">
        <input type="hidden" name="condition" value={condition} />
        <input type="hidden" name="method" value={method} />
        {lenders.map(({ code, name, preference }) => (
          <SelectField key={code} name={`lender:${code}`} label={name} options={options} defaultValue={preference} />
        ))}
        <Button type="submit" kind="outline" size="medium" className="self-start" busy={busy}>
          {t("preferred.keep")}
        </Button>
      </Form>
    </Sheet>
  );
}
