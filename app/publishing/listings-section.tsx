import { Form, Link } from "@remix-run/react";
import { workTasks } from "#app/measure/work-tasks";
import { Button } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { SelectField, TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import type { DossierPageData } from "./dossier-page.server";
import { dossierMessages } from "./dossier-messages";
import { channels, leftOutReasons } from "./feeds/feed-vehicle";
import { merchandisingMessages } from "./merchandising-messages";
import { timelineMessages } from "./timeline-messages";

const tones: Readonly<Record<string, "positive" | "warning" | "negative" | "neutral">> = {
  live: "positive",
  waiting: "warning",
  failed: "negative",
};

/** Where the vehicle stands with every channel, what happened to it, and how long people worked on it. */
export function ListingsSection({ page }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  return (
    <>
      <Sheet>
        <SheetHead title={t("published")} hint={t("publishedHint")} />
        <ul className="mt-2">
          {channels.map((channel) => (
            <Listing key={channel} channel={channel} row={page.listings.find((row) => row.channel === channel)} />
          ))}
        </ul>
      </Sheet>
      <Minutes page={page} />
      <History page={page} />
    </>
  );
}

function Listing({
  channel,
  row,
}: {
  channel: (typeof channels)[number];
  row: DossierPageData["listings"][number] | undefined;
}) {
  const t = useMessages(dossierMessages);
  const { dateTime } = useFormat();
  const reason = leftOutReasons.find((known) => known === row?.reason);
  const isDown = row?.state === "takenDown";
  return (
    <li className="flex min-h-11 flex-wrap items-center justify-between gap-2 border-b border-line py-1.5 last:border-b-0">
      <span className="text-14">
        {t(`channelName.${channel}`)}
        <span className="block text-12 text-ink-3">{row ? dateTime(row.updatedAt) : null}</span>
      </span>
      <span className="flex flex-wrap items-center gap-2">
        {row ? (
          <Chip kind={tones[row.state] ?? "neutral"}>
            {t(`listing.${row.state as "live"}`)}
            {reason ? `: ${t(`leftOut.${reason}`)}` : row.state === "failed" ? `: ${row.reason}` : ""}
          </Chip>
        ) : null}
        {row && channel !== "page" ? (
          <Form method="post" preventScrollReset>
            <input type="hidden" name="act" value="channel" />
            <input type="hidden" name="channel" value={channel} />
            <Button type="submit" name="down" value={isDown || row.state === "failed" ? "0" : "1"} size="small">
              {isDown || row.state === "failed" ? t("retry") : t("takeDown")}
            </Button>
          </Form>
        ) : null}
      </span>
    </li>
  );
}

function Minutes({ page: { work } }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  return (
    <Sheet>
      <SheetHead title={t("minutes")} />
      <p className="mt-2 text-14 text-ink-2">
        {work.map(({ task, seconds }) => `${t(`task.${task as "text"}`)} ${Math.round(seconds / 60)}`).join(", ")}
      </p>
      <Form method="post" preventScrollReset className="mt-2 flex flex-wrap items-end gap-2">
        <input type="hidden" name="act" value="minutes" />
        <SelectField
          label={t("minutes")}
          hideLabel
          name="task"
          options={workTasks.map((task) => ({ value: task, label: t(`task.${task}`) }))}
          className="w-40"
        />
        <TextField label={t("minutes")} name="minutes" type="number" min={1} max={1_440} required className="w-24" />
        <Button type="submit">{t("minutesAdd")}</Button>
      </Form>
    </Sheet>
  );
}

function History({ page: { changes, stockNumber } }: { page: DossierPageData }) {
  const w = useMessages(timelineMessages);
  const t = useMessages(dossierMessages);
  const m = useMessages(merchandisingMessages);
  const { dateTime } = useFormat();
  return (
    <Sheet>
      <SheetHead
        title={t("history")}
        aside={
          <Link to={`/merchandising/${stockNumber}/timeline`} className="link touch-target text-13">
            {w("open")}
          </Link>
        }
      />
      <ol className="mt-2">
        {changes.map(({ toState, at, actorName, reason }, index) => (
          <li key={index} className="flex flex-wrap justify-between gap-x-3 py-1 text-13 text-ink-2">
            <span>
              {m(`state.${toState as "live"}`)}, {actorName}
              {reason ? ` (${reason})` : ""}
            </span>
            <span className="text-ink-3">{dateTime(at)}</span>
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
