import { Form, Link } from "@remix-run/react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { useFormat } from "#app/ui/use-format";
import type { ChannelsAnswer, ChannelsPageData } from "./channels-page.server";
import { ChannelSettings } from "./channel-settings";
import { channelsMessages } from "./channels-messages";
import { dossierMessages } from "./dossier-messages";
import { MerchandisingFrame } from "./merchandising-frame";

/** Where stock is told of, what is left out and why, and the rules behind it. */
export function ChannelsPage({ page, answer }: { page: ChannelsPageData; answer: ChannelsAnswer | null }) {
  const t = useMessages(channelsMessages);
  return (
    <MerchandisingFrame reader={page.reader} title={t("title")}>
      <h2 className="text-24">{t("title")}</h2>
      <p className="mt-1 mb-4 max-w-180 text-ink-2">{t("lead")}</p>
      {page.isPublic ? null : <p className="mb-4 rounded-block bg-warn-ground px-4 py-3 text-warn">{t("notPublic")}</p>}
      <div className="grid items-start gap-4 xl:grid-cols-2">
        <Reports page={page} />
        <div className="flex min-w-0 flex-col gap-4">
          <Audit page={page} />
          {page.settings ? <ChannelSettings settings={page.settings} answer={answer} /> : null}
        </div>
      </div>
    </MerchandisingFrame>
  );
}

function Reports({ page: { reports } }: { page: ChannelsPageData }) {
  const t = useMessages(channelsMessages);
  const d = useMessages(dossierMessages);
  return (
    <Sheet padding="none" className="overflow-clip">
      <ul>
        {reports.map(({ channel, included, leftOut, address }) => (
          <li key={channel} className="border-b border-line px-4 py-3 last:border-b-0">
            <p className="flex flex-wrap items-center justify-between gap-2">
              <span className="font-medium">{d(`channelName.${channel}`)}</span>
              <span className="text-14 text-ink-2">
                {t("included")} <strong className="figures text-ink">{included}</strong>, {t("leftOut")}{" "}
                <strong className="figures text-ink">{leftOut.length}</strong>
              </span>
            </p>
            {address ? (
              <a
                href={address}
                target="_blank"
                rel="noreferrer"
                className="touch-target text-13 text-accent-600 underline underline-offset-4"
              >
                {t("open")}
              </a>
            ) : null}
            {leftOut.length > 0 ? (
              <details className="mt-1">
                <summary className="touch-target text-13 text-ink-2">{t("why")}</summary>
                <ul className="mt-1 text-13 text-ink-2">
                  {leftOut.map(({ stockNumber, reason }) => (
                    <li key={stockNumber}>
                      <Link to={`/merchandising/${stockNumber}`} className="underline underline-offset-4">
                        {stockNumber}
                      </Link>
                      : {d(`leftOut.${reason}`)}
                    </li>
                  ))}
                </ul>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

const SHOWN = 40;

function Audit({ page: { audit } }: { page: ChannelsPageData }) {
  const t = useMessages(channelsMessages);
  const { dateTime } = useFormat();
  return (
    <Sheet>
      <SheetHead
        title={t("audit")}
        actions={
          <Form method="post" preventScrollReset>
            <Button type="submit" name="act" value="audit" size="small">
              {t("auditNow")}
            </Button>
          </Form>
        }
      />
      <p className="mt-2 text-14 text-ink-2">
        {audit ? t("auditAt", { date: dateTime(audit.at), count: audit.findings.length }) : t("auditNone")}
      </p>
      {audit && audit.findings.length > 0 ? (
        <Table
          caption={t("audit")}
          head={
            <>
              <HeadCell>{t("vehicle")}</HeadCell>
              <HeadCell>{t("finding")}</HeadCell>
            </>
          }
        >
          {audit.findings.slice(0, SHOWN).map(({ stockNumber, code, about }) => (
            <TableRow key={`${stockNumber}${code}${about}`}>
              <Cell head>
                <Link to={`/merchandising/${stockNumber}`} className="underline underline-offset-4">
                  {stockNumber}
                </Link>
              </Cell>
              <Cell>
                {t(`codes.${code}`)} <span className="text-ink-3">{about}</span>
              </Cell>
            </TableRow>
          ))}
        </Table>
      ) : null}
    </Sheet>
  );
}
