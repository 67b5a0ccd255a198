import { Form, useNavigation } from "@remix-run/react";
import { ArrowLeft } from "lucide-react";
import { Question } from "#app/accounts/account-page";
import { FormNotice } from "#app/accounts/form-notice";
import { Brand } from "#app/ui/brand";
import { Button, ButtonLink } from "#app/ui/button";
import { controlClass, FieldFrame } from "#app/ui/field-frame";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { TopBar } from "#app/ui/top-bar";
import { importMessages } from "./import-messages";
import type { ImportRefusal } from "./read-deal-file.server";

/** One file in the open deal format becomes one deal of this store, to be read. */
export function ImportPage({ refused }: { refused: ImportRefusal | null }) {
  const t = useMessages(importMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <>
      <TopBar start={<Brand name={t("desk")} to="/desk" />} end={<LanguageToggle />} />
      <main id="main" className="mx-auto w-full px-4 pb-16">
        <Question title={t("title")} lead={t("lead")} after={t("after")}>
          <Form method="post" encType="multipart/form-data" className="flex flex-col gap-4">
            <FormNotice>{refused ? t(`refused.${refused.reason}`, { about: refused.about }) : null}</FormNotice>
            <FieldFrame label={t("file")} hint={t("hint")}>
              {(attributes) => (
                <input
                  {...attributes}
                  type="file"
                  name="file"
                  accept="application/json,.json"
                  required
                  className={`${controlClass()} h-auto! py-2!`}
                />
              )}
            </FieldFrame>
            <Button type="submit" kind="primary" size="large" wide busy={busy}>
              {t("submit")}
            </Button>
          </Form>
          <ButtonLink to="/desk" kind="quiet" className="self-center">
            <ArrowLeft aria-hidden strokeWidth={1.75} />
            {t("back")}
          </ButtonLink>
        </Question>
      </main>
    </>
  );
}
