import { Form, useNavigation, useSearchParams } from "@remix-run/react";
import { CircleCheck, TriangleAlert } from "lucide-react";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { FilterTabs } from "#app/ui/filter-tabs";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { TextAreaField, TextField } from "#app/ui/text-field";
import type { DossierPageData } from "./dossier-page.server";
import { dossierMessages } from "./dossier-messages";
import { wordDifference } from "./word-difference";

type Text = DossierPageData["texts"][number];

/** Draft against facts: each sentence with what it rests on, the words to change it, and the one approval. */
export function ReviewSection({ page }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  const [params] = useSearchParams();
  const busy = useNavigation().state !== "idle";
  const chosen = params.get("text") ?? "en-page";
  const text = page.texts.find(({ locale, channel }) => `${locale}-${channel}` === chosen) ?? page.texts[0];
  return (
    <Sheet id="review">
      <SheetHead
        title={t("texts")}
        hint={page.isByHand ? t("byHand") : undefined}
        actions={
          page.isByHand ? null : (
            <Form method="post" preventScrollReset>
              <Button type="submit" name="act" value="draft" size="small" busy={busy}>
                {page.texts.length > 0 ? t("redraft") : t("draft")}
              </Button>
            </Form>
          )
        }
      />
      {text ? (
        <>
          <FilterTabs
            label={t("texts")}
            className="mt-3"
            tabs={page.texts.map(({ locale, channel, ok, version }) => ({
              to: `?text=${locale}-${channel}`,
              name: `${t(`channel.${channel}`)} ${locale.toUpperCase()}${ok || version === 0 ? "" : " !"}`,
              current: text.locale === locale && text.channel === channel,
            }))}
          />
          <TextReview key={`${text.locale}-${text.channel}-${text.version}`} text={text} />
          <Verdict page={page} />
        </>
      ) : (
        <p className="mt-3 text-14 text-ink-2">{t("noTexts")}</p>
      )}
    </Sheet>
  );
}

function TextReview({ text }: { text: Text }) {
  const t = useMessages(dossierMessages);
  const wrong = text.sentences.filter(({ verdict }) => verdict !== "supported").length + text.findings.length;
  return (
    <div className="mt-3">
      {text.version === 0 ? null : (
        <p className="flex flex-wrap items-center gap-2 text-13 text-ink-2">
          <Chip kind={text.ok ? "positive" : "negative"} icon={text.ok ? CircleCheck : TriangleAlert}>
            {text.ok ? t("passes") : t("fails", { count: Math.max(1, wrong) })}
          </Chip>
          {t("by", { origin: t(`origin.${text.origin}`), name: text.author })}
        </p>
      )}
      {text.refusedPhrases.length > 0 ? (
        <p className="mt-1 text-13 text-warn">{t("refusedWhy", { phrases: text.refusedPhrases.join(", ") })}</p>
      ) : null}
      {text.notesKeptBack ? <p className="mt-1 text-13 text-warn">{t("notesKeptBack")}</p> : null}
      {text.modelFailed ? <p className="mt-1 text-13 text-warn">{t("modelFailed")}</p> : null}
      <ul className="mt-3 flex flex-col gap-1.5">
        {text.sentences.map((sentence, index) => (
          <Sentence key={index} sentence={sentence} />
        ))}
        {text.findings.map(({ kind, phrase }) => (
          <li key={`${kind}${phrase}`} className="rounded-cell bg-neg-ground px-3 py-2 text-14 text-neg">
            {phrase}
          </li>
        ))}
      </ul>
      {text.drafted ? (
        <details className="mt-3">
          <summary className="touch-target text-13 text-ink-2">{t("diff")}</summary>
          <p className="mt-1 text-14">
            {wordDifference(text.drafted, text.body).map(({ kind, words }, index) =>
              kind === "same" ? (
                <span key={index}>{words} </span>
              ) : kind === "out" ? (
                <del key={index} className="bg-neg-ground text-neg">
                  {words}{" "}
                </del>
              ) : (
                <ins key={index} className="bg-pos-ground text-pos no-underline">
                  {words}{" "}
                </ins>
              ),
            )}
          </p>
        </details>
      ) : null}
      <Form method="post" preventScrollReset className="mt-4 flex flex-col items-start gap-3">
        <input type="hidden" name="act" value="edit" />
        <input type="hidden" name="locale" value={text.locale} />
        <input type="hidden" name="channel" value={text.channel} />
        <TextField label={t("titleField")} name="title" defaultValue={text.title} maxLength={160} className="w-full" />
        <TextAreaField
          label={t("bodyField")}
          name="body"
          defaultValue={text.body}
          rows={9}
          maxLength={9_000}
          lang={text.locale}
          className="w-full"
        />
        <Button type="submit">{t("saveEdit")}</Button>
      </Form>
    </div>
  );
}

function Sentence({ sentence: { text, verdict, findings, claims } }: { sentence: Text["sentences"][number] }) {
  const t = useMessages(dossierMessages);
  const isFine = verdict === "supported";
  return (
    <li className={cx("rounded-cell px-3 py-2 text-14", isFine ? "bg-ground" : "bg-neg-ground")}>
      {text}
      {isFine ? (
        claims.length > 0 ? (
          <span className="block text-12 text-ink-3">
            {t("standsOn")}: {[...new Set(claims.flatMap(({ grounds }) => grounds))].join(", ")}
          </span>
        ) : null
      ) : (
        <span className="block text-12 font-medium text-neg">
          {t(verdict)}: {findings.map(({ phrase }) => phrase).join(", ")}
        </span>
      )}
    </li>
  );
}

function Verdict({ page }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  if (page.state !== "inReview") return null;
  return (
    <div className="mt-5 flex flex-wrap items-end gap-3 border-t border-line pt-4">
      <Form method="post" preventScrollReset>
        <Button type="submit" name="act" value="approve" kind="primary" size="large">
          {t("approve")}
        </Button>
      </Form>
      <Form method="post" preventScrollReset className="flex flex-1 items-end gap-2">
        <input type="hidden" name="act" value="reject" />
        <TextField label={t("reason")} name="reason" required maxLength={400} className="min-w-40 flex-1" />
        <Button type="submit">{t("reject")}</Button>
      </Form>
    </div>
  );
}
