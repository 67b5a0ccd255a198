import { Form, Link, useNavigation } from "@remix-run/react";
import { ChevronLeft, FileText } from "lucide-react";
import { useState } from "react";
import { Button, buttonClass } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { cx } from "#app/ui/class-names";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { Note, Sheet } from "#app/ui/sheet";
import { SelectField } from "#app/ui/text-field";
import { TopBar, TopBarTitle } from "#app/ui/top-bar";
import { type OverlayField, overlaySources } from "./overlay-field";
import { fillText } from "./overlay-fill-text";
import { signers, signKinds } from "./sign-place";
import { storeFormMessages } from "./store-form-messages";

interface MapStoreFormProps {
  id: string;
  name: string;
  status: "draft" | "active";
  pages: number;
  fields: OverlayField[];
  saved: boolean;
}

/** A letter page, or as much more as its fields say: contracts come on longer paper. */
const PAGE = { width: 612, height: 792, edge: 24 } as const;

/** What goes into each field of a form: a list of fields beside the page they are on. */
export function MapStoreFormPage({ id, name, status, pages, fields, saved }: MapStoreFormProps) {
  const t = useMessages(storeFormMessages);
  const busy = useNavigation().formData?.get("act");
  const [current, setCurrent] = useState<number | null>(null);
  return (
    <div className="flex min-h-dvh flex-col">
      <TopBar
        start={
          <>
            <Link to="/store/forms" aria-label={t("back")} className="touch-target text-ink-2 hover:text-ink">
              <ChevronLeft aria-hidden className="size-5" strokeWidth={1.75} />
            </Link>
            <TopBarTitle>{name}</TopBarTitle>
          </>
        }
        end={<LanguageToggle />}
      />
      <main
        id="main"
        className="mx-auto grid w-full max-w-320 items-start gap-5 px-6 py-6 pb-20 max-sm:px-4 lg:grid-cols-[minmax(0,1fr)_26rem]"
      >
        <div className="flex flex-col gap-5 max-lg:order-2">
          {fields.length === 0 ? (
            <Note>{t("noFields")}</Note>
          ) : (
            <FieldList
              fields={fields}
              namesPages={pages > 1}
              onPoint={setCurrent}
              busy={busy === "map"}
              saved={saved}
              isNew={status === "draft" && !saved}
            />
          )}
        </div>
        <div className="flex flex-col gap-4 lg:sticky lg:top-20">
          <Form method="post" className="flex flex-wrap items-center gap-3">
            <Chip kind={status === "active" ? "positive" : "neutral"}>
              {t(status === "active" ? "inUse" : "draft")}
            </Chip>
            <Button
              type="submit"
              name="act"
              value={status === "active" ? "stop" : "use"}
              busy={busy === "use" || busy === "stop"}
            >
              {t(status === "active" ? "stop" : "use")}
            </Button>
            <a
              href={`/store/forms/${id}/preview.pdf`}
              target="_blank"
              rel="noreferrer"
              className={buttonClass({ kind: "quiet" })}
            >
              <FileText aria-hidden strokeWidth={1.75} />
              {t("preview")}
            </a>
          </Form>
          {Array.from({ length: pages }, (_, page) => (
            <PageOutline key={page} page={page} fields={fields} current={current} />
          ))}
        </div>
      </main>
    </div>
  );
}

function FieldList({
  fields,
  namesPages,
  onPoint,
  busy,
  saved,
  isNew,
}: {
  fields: OverlayField[];
  /** One page needs no number. */
  namesPages: boolean;
  onPoint: (index: number) => void;
  busy: boolean;
  saved: boolean;
  /** Nobody has put it to use: what stands in it may be a guess. */
  isNew: boolean;
}) {
  const t = useMessages(storeFormMessages);
  const options = [
    { value: "nothing", label: t("nothing") },
    ...overlaySources.map((source) => ({ value: `source:${source}`, label: t(`sources.${source}`) })),
    ...signers.flatMap((signer) =>
      signKinds.map((kind) => ({
        value: `sign:${signer}:${kind}`,
        label: t(kind, { signer: t(`signers.${signer}`) }),
      })),
    ),
  ];
  return (
    <Sheet padding="none">
      <Form method="post">
        <input type="hidden" name="act" value="map" />
        {isNew && fields.some(({ fill }) => fill !== "nothing") ? (
          <p className="border-b border-line px-4 py-2.5 text-13 text-pretty text-ink-2">{t("guessed")}</p>
        ) : null}
        <ol>
          {fields.map((field, index) => (
            <li
              key={index}
              className="grid grid-cols-[2rem_minmax(0,1fr)] items-center gap-x-4 gap-y-1 border-b border-line px-4 py-2.5 sm:grid-cols-[2rem_minmax(0,1fr)_18rem]"
              onFocus={() => onPoint(index)}
            >
              <span className="figures text-ink-3">{index + 1}</span>
              <span className="min-w-0 truncate font-medium">
                {field.name}{" "}
                {namesPages ? (
                  <span className="text-13 font-normal text-ink-3">{t("page", { page: field.page + 1 })}</span>
                ) : null}
              </span>
              <SelectField
                name={`field-${index}`}
                label={field.name}
                hideLabel
                className="max-sm:col-span-2"
                options={options}
                defaultValue={fillText(field.fill)}
              />
            </li>
          ))}
        </ol>
        <div className="flex items-center gap-3 p-4">
          <Button type="submit" kind="primary" busy={busy}>
            {t("save")}
          </Button>
          <p role="status" className="text-13 text-pos">
            {saved ? t("saved") : null}
          </p>
        </div>
      </Form>
    </Sheet>
  );
}

/** Where the fields are on a page, by their numbers. */
function PageOutline({
  page,
  fields,
  current,
}: {
  page: number;
  fields: readonly OverlayField[];
  current: number | null;
}) {
  const t = useMessages(storeFormMessages);
  const here = fields.filter((field) => field.page === page);
  const width = Math.max(PAGE.width, ...here.map((field) => field.x + field.width + PAGE.edge));
  const height = Math.max(PAGE.height, ...here.map((field) => field.y + field.height + PAGE.edge));
  const filledWith = ({ fill }: OverlayField) =>
    fill === "nothing"
      ? ""
      : "source" in fill
        ? t(`sources.${fill.source}`)
        : t(fill.kind, { signer: t(`signers.${fill.signer}`) });
  return (
    <figure className="max-lg:mx-auto max-lg:w-full max-lg:max-w-104">
      <svg
        role="img"
        aria-label={t("page", { page: page + 1 })}
        viewBox={`0 0 ${width} ${height}`}
        className="w-full rounded-cell border border-line bg-surface"
      >
        {fields.map((field, index) =>
          field.page === page ? (
            <g
              key={index}
              className={cx(
                index === current ? "text-accent-600" : field.fill === "nothing" ? "text-ink-3" : "text-pos",
              )}
            >
              <rect
                x={field.x}
                y={height - field.y - field.height}
                width={field.width}
                height={field.height}
                fill="currentColor"
                fillOpacity={index === current ? 0.25 : 0.1}
                stroke="currentColor"
              />
              <text x={field.x + 3} y={height - field.y - field.height / 2 + 4} fontSize={12} fill="currentColor">
                {[index + 1, filledWith(field)].filter(Boolean).join(" ")}
              </text>
            </g>
          ) : null,
        )}
      </svg>
      <figcaption className="mt-1 text-12 text-ink-3">{t("outline", { page: page + 1 })}</figcaption>
    </figure>
  );
}
