import { ArrowLeft, Download, History } from "lucide-react";
import { useCallback, useEffect, useRef, useState } from "react";
import type { StageName } from "#machines/stages/stage";
import type { Audience } from "#machines/store/actor";
import { Brand } from "#app/ui/brand";
import { ButtonLink, buttonClass } from "#app/ui/button";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { SelectField } from "#app/ui/text-field";
import { TopBar, TopBarRule, TopBarTitle } from "#app/ui/top-bar";
import { useFormat } from "#app/ui/use-format";
import type { Moment, ReplayStep } from "./read-moment.server";
import { ReplayCard } from "./replay-card";
import { replayMessages } from "./replay-messages";
import { Scrubber } from "./scrubber";

export interface ReplayPageProps {
  dealId: string;
  party: Audience;
  parties: Audience[];
  mayExport: boolean;
  steps: ReplayStep[];
  moment: Moment;
  stage: StageName;
}

/** The card as a party had it at any moment, drawn by the card's own parts; a bar to go through time. */
export function ReplayPage(props: ReplayPageProps) {
  const { dealId, party, parties, steps, mayExport } = props;
  const t = useMessages(replayMessages);
  const [stage, setStage] = useState(props.stage);
  const { moment, failed, goTo } = useMoment(props);
  const { store, identity } = moment.view.card;
  const openStage = (next: StageName) => {
    setStage(next);
    setAddress({ stage: next });
  };
  return (
    <div className="flex min-h-dvh flex-col lg:h-dvh lg:overflow-hidden">
      <div className="sticky top-0 z-30 lg:static">
        <TopBar
          className="lg:static"
          start={
            <>
              <Brand name={store.name} className="max-lg:[&_span]:sr-only" />
              <TopBarRule />
              <h1 className="min-w-0 font-normal">
                <TopBarTitle number={identity.dealNumber}>{t("title")}</TopBarTitle>
              </h1>
            </>
          }
          end={
            <>
              {parties.length > 1 ? <PartyChoice party={party} parties={parties} /> : null}
              {mayExport ? <ExportLink dealId={dealId} own={parties.length === 1} /> : null}
              <ButtonLink to={`/deals/${dealId}`} aria-label={t("back")} className="max-xl:aspect-square max-xl:px-0!">
                <ArrowLeft aria-hidden strokeWidth={1.75} />
                <span className="max-xl:sr-only">{t("back")}</span>
              </ButtonLink>
              <LanguageToggle className="max-sm:hidden" />
            </>
          }
        />
        <ReplayBanner party={party} moment={moment} />
        <Scrubber steps={steps} revision={moment.revision} view={moment.view} party={party} goTo={goTo} />
        {failed ? (
          <p role="alert" className="bg-neg-ground px-5 py-1.5 text-13 text-neg">
            {t("failed")}
          </p>
        ) : null}
      </div>
      <ReplayCard dealId={dealId} party={party} moment={moment} stage={stage} openStage={openStage} />
    </div>
  );
}

function ReplayBanner({ party, moment }: { party: Audience; moment: Moment }) {
  const t = useMessages(replayMessages);
  const format = useFormat();
  return (
    <p
      role="status"
      className="flex min-h-9 items-center gap-3 bg-warn-ground px-5 py-1.5 text-13 text-warn max-sm:px-4"
    >
      <History aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      {t("banner", { party: t(`party.${party}`), time: format.dateTime(moment.at), revision: moment.revision })}
    </p>
  );
}

/** Another party's screen is another page: its bytes were never sent to this one. */
function PartyChoice({ party, parties }: { party: Audience; parties: readonly Audience[] }) {
  const t = useMessages(replayMessages);
  return (
    <SelectField
      label={t("as")}
      hideLabel
      value={party}
      className="w-44 max-sm:w-32"
      options={parties.map((one) => ({ value: one, label: t(`partyName.${one}`) }))}
      onChange={(event) => {
        const url = new URL(window.location.href);
        url.searchParams.set("as", event.target.value);
        window.location.assign(url);
      }}
    />
  );
}

function ExportLink({ dealId, own }: { dealId: string; own: boolean }) {
  const t = useMessages(replayMessages);
  const label = t(own ? "exportOwn" : "export");
  return (
    <a
      href={`/deals/${dealId}/export.json`}
      download
      aria-label={label}
      className={`${buttonClass({ kind: "outline" })} max-xl:aspect-square max-xl:px-0!`}
    >
      <Download aria-hidden strokeWidth={1.75} />
      <span className="max-xl:sr-only">{label}</span>
    </a>
  );
}

function setAddress(params: Record<string, string>) {
  const url = new URL(window.location.href);
  for (const [name, value] of Object.entries(params)) url.searchParams.set(name, value);
  window.history.replaceState(window.history.state, "", url);
}

/** Resting on a moment this long asks for it: a hand that runs through a hundred asks for the last. */
const REST_MS = 120;

/** The moment on the screen. Those seen once are kept: going back and forth asks the server for nothing. */
function useMoment({ dealId, party, moment: first }: ReplayPageProps) {
  const [moment, setMoment] = useState(first);
  const [failed, setFailed] = useState(false);
  const known = useRef(new Map([[first.revision, first]]));
  const wanted = useRef(first.revision);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  const show = useCallback((next: Moment) => {
    known.current.set(next.revision, next);
    setMoment(next);
    setFailed(false);
    setAddress({ revision: String(next.revision) });
  }, []);

  const goTo = useCallback(
    (revision: number) => {
      wanted.current = revision;
      clearTimeout(timer.current);
      const kept = known.current.get(revision);
      if (kept) return show(kept);
      timer.current = setTimeout(() => {
        fetch(`/deals/${dealId}/moment?as=${party}&revision=${revision}`)
          .then(async (answer) => {
            if (!answer.ok) throw new Error(String(answer.status));
            const { moment: next } = (await answer.json()) as { moment: Moment };
            if (wanted.current === revision) show(next);
          })
          .catch(() => setFailed(true));
      }, REST_MS);
    },
    [dealId, party, show],
  );
  return { moment, failed, goTo };
}
