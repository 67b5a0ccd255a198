import { Form, Link, useNavigation } from "@remix-run/react";
import { ChevronLeft, Upload } from "lucide-react";
import { Button, ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { EmptyState } from "#app/ui/empty-state";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { TopBar, TopBarTitle } from "#app/ui/top-bar";
import { type DocumentKind, documentKinds, isMoneyPaper } from "#machines/jacket/document-kinds";
import { documentMessages } from "./document-messages";
import { storeFormMessages } from "./store-form-messages";

export interface ListedStoreForm {
  id: string;
  kind: DocumentKind;
  name: string;
  status: "draft" | "active";
  fields: number;
  mapped: number;
}

/** Every form of the store's own, and the way to add one. */
export function StoreFormsPage({ forms, problem }: { forms: readonly ListedStoreForm[]; problem: string | null }) {
  const t = useMessages(storeFormMessages);
  const words = useMessages(documentMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        start={
          <>
            <Link to="/finance" aria-label={t("toDesk")} className="touch-target text-ink-2 hover:text-ink">
              <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
            </Link>
            <TopBarTitle>{t("title")}</TopBarTitle>
          </>
        }
        end={<LanguageToggle />}
      />
      <main id="main" className="mx-auto flex w-full max-w-240 flex-col gap-5 px-6 py-6 pb-20 max-sm:px-4">
        <header>
          <h1 className="text-20 font-semibold">{t("title")}</h1>
          <p className="max-w-180 text-pretty text-ink-2">{t("lead")}</p>
        </header>
        <Sheet>
          <Form
            method="post"
            encType="multipart/form-data"
            className="grid items-end gap-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto]"
          >
            <SelectField
              name="kind"
              label={t("kind")}
              options={documentKinds
                .filter((kind) => !isMoneyPaper(kind))
                .map((kind) => ({ value: kind, label: words(`kinds.${kind}`) }))}
            />
            <TextField name="name" label={t("name")} maxLength={120} required />
            <TextField type="file" name="file" label={t("file")} accept="application/pdf" required />
            <Button type="submit" kind="primary" busy={busy} className="sm:max-lg:justify-self-start">
              <Upload aria-hidden strokeWidth={1.75} />
              {t("upload")}
            </Button>
          </Form>
          <p role="alert" className="mt-3 text-13 text-neg empty:hidden">
            {problem}
          </p>
        </Sheet>
        {forms.length === 0 ? (
          <EmptyState>{t("none")}</EmptyState>
        ) : (
          <Sheet padding="none">
            <ul>
              {forms.map(({ id, kind, name, status, fields, mapped }) => (
                <li
                  key={id}
                  className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-line px-4 py-3 last:border-b-0"
                >
                  <div className="min-w-48 flex-1">
                    <Link to={`/store/forms/${id}`} className="font-medium hover:text-accent-600">
                      {name}
                    </Link>
                    <p className="text-13 text-ink-3">
                      {words(`kinds.${kind}`)}, {t("fields", { count: fields, mapped })}
                    </p>
                  </div>
                  <Chip kind={status === "active" ? "positive" : "neutral"}>
                    {t(status === "active" ? "inUse" : "draft")}
                  </Chip>
                  <ButtonLink to={`/store/forms/${id}`}>{t("map")}</ButtonLink>
                </li>
              ))}
            </ul>
          </Sheet>
        )}
      </main>
    </div>
  );
}
