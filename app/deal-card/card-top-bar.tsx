import { Link } from "@remix-run/react";
import { Check, EyeOff, FileText, History, LoaderCircle, Monitor, QrCode } from "lucide-react";
import { ChatButton } from "#app/chat/chat-button";
import { barMessages } from "#app/deal-card/bar-messages";
import { cardMessages } from "#app/deal-card/card-messages";
import { usePersonName, whoOf } from "#app/deal-card/card-people";
import { PeopleButton } from "#app/deal-card/people/people-button";
import { useReaderVoice } from "#app/deal-card/reader-voice";
import { SharePopover } from "#app/deal-card/share-popover";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { PeoplePopover } from "#app/deal-card/together/people-popover";
import { togetherMessages } from "#app/deal-card/together/together-messages";
import { useDeal } from "#app/deal-card/use-deal";
import { Avatar, LiveDot } from "#app/ui/avatar";
import { Brand } from "#app/ui/brand";
import { Button, ButtonLink } from "#app/ui/button";
import { cx } from "#app/ui/class-names";
import { DemoMark } from "#app/ui/demo-mark";
import { LanguageToggle } from "#app/ui/language-toggle";
import { useMessages } from "#app/ui/messages";
import { TopBar, TopBarRule, TopBarTitle } from "#app/ui/top-bar";

/** More faces than this are a number. */
const MOST_AVATARS = 3;

export function CardTopBar() {
  const { view, dealId, place } = useDeal();
  const t = useMessages(cardMessages);
  const bar = useMessages(barMessages);
  // A tablet's bar is read from across a desk: what is not worked with there leaves its room to the name of the deal.
  const atScreen = place.kind === "screen";
  const { store, identity, vehicle } = view.card;
  const voice = useReaderVoice();
  const title = vehicle.vehicle ? t("title", { ...voice, model: vehicle.vehicle.model }) : t("newDeal", { ...voice });
  return (
    <TopBar
      className="lg:static"
      start={
        <>
          <Brand name={store.name} className="max-lg:[&_span]:sr-only" />
          <TopBarRule />
          <h1 className="min-w-0 font-normal">
            <TopBarTitle number={identity.dealNumber} note={<PhoneLine />}>
              {title}
            </TopBarTitle>
          </h1>
          {atScreen ? null : <DemoMark className="max-sm:hidden" />}
        </>
      }
      end={
        <>
          <LineState compact={atScreen} />
          <TopBarRule />
          <PeopleHere />
          <TurnBack />
          {atScreen ? null : <PeopleButton />}
          <DocumentsLink />
          {atScreen ? null : (
            <ButtonLink
              kind="outline"
              to={`/deals/${dealId}/history`}
              aria-label={t("history")}
              className="max-sm:hidden max-xl:aspect-square max-xl:px-0!"
            >
              <History aria-hidden strokeWidth={1.75} />
              <span className="max-xl:sr-only">{t("history")}</span>
            </ButtonLink>
          )}
          <ChatButton />
          <SharePopover
            trigger={
              <Button
                aria-label={bar("share.button")}
                className="max-xl:aspect-square max-xl:px-0! max-sm:border-transparent max-sm:shadow-none"
              >
                <QrCode aria-hidden strokeWidth={1.75} />
                <span className="max-xl:sr-only">{bar("share.button")}</span>
              </Button>
            }
          />
          <LanguageToggle />
        </>
      }
    />
  );
}

function useLineWords() {
  const { line, waiting } = useDeal();
  const t = useMessages(barMessages);
  const live = line === "live";
  const lineWord = live
    ? t("line.live")
    : line === "connecting"
      ? t("line.connecting")
      : line === "stalled"
        ? t("line.sending")
        : t("line.offline");
  const together = live ? t(waiting > 0 ? "line.liveSending" : "line.liveSaved") : lineWord;
  return { live, sending: waiting > 0, lineWord, together, savedWord: t(waiting > 0 ? "line.sending" : "line.saved") };
}

function LineState({ compact }: { compact: boolean }) {
  const { live, sending, lineWord, savedWord } = useLineWords();
  const Icon = sending ? LoaderCircle : Check;
  return (
    <p className="flex items-center gap-3 text-ink-2 max-md:hidden">
      <span className={cx("flex items-center gap-1.5 text-ink-3", compact && "max-lg:hidden")}>
        <Icon aria-hidden className="size-4" strokeWidth={1.75} />
        {savedWord}
      </span>
      <span className="flex items-center gap-2 font-medium">
        <LiveDot live={live} />
        {lineWord}
      </span>
    </p>
  );
}

function PhoneLine() {
  const { live, together } = useLineWords();
  return (
    <span className="inline-flex items-center gap-1.5">
      <LiveDot live={live} className="ring-0" />
      {together}
    </span>
  );
}

function PeopleHere() {
  const { people, hidden } = useDeal();
  const t = useMessages(cardMessages);
  const together = useMessages(togetherMessages);
  const nameOf = usePersonName();
  const others = people.filter((person) => !person.you);
  const first = others[0];
  const shown = [...people.filter((person) => person.you), ...others].slice(0, MOST_AVATARS);
  if (shown.length === 0 && !hidden) return null;
  return (
    <div className="flex items-center gap-2.5">
      <PeoplePopover
        trigger={
          <button
            type="button"
            aria-label={together("people.open")}
            className="touch-target flex -space-x-1 rounded-full"
          >
            {shown.map((person) => (
              <Avatar
                key={person.key}
                name={nameOf(person)}
                who={whoOf(person.role)}
                online={!person.you && !person.idle}
                className={person.you && others.length > 0 ? "max-sm:hidden" : undefined}
              />
            ))}
            {shown.length === 0 ? <EyeOff aria-hidden className="m-1 size-5 text-ink-3" strokeWidth={1.75} /> : null}
          </button>
        }
      />
      {first ? (
        <p
          aria-live="polite"
          // A table full of people is counted by its faces: the name of the deal needs the room more.
          className={cx("whitespace-nowrap text-ink-2", others.length > 1 ? "max-2xl:sr-only" : "max-xl:sr-only")}
        >
          {others.length === 1
            ? t("people.isHere", { name: nameOf(first) })
            : t("people.areHere", { name: nameOf(first), count: others.length - 1 })}
        </p>
      ) : null}
    </div>
  );
}

/** The way back from a turned screen: in the ink of everything else, so that it says nothing to who looks at it. */
function TurnBack() {
  const { turned, turnScreen } = useStaffSight();
  const t = useMessages(barMessages);
  if (!turned) return null;
  return (
    <Button kind="quiet" icon aria-label={t("strip.turnBack")} onClick={() => turnScreen(false)}>
      <Monitor aria-hidden strokeWidth={1.75} />
    </Button>
  );
}

/** From the freeze on the buyer finds what is theirs to read, to sign and to keep: also on a phone and at a screen. */
function DocumentsLink() {
  const { dealId, view, audience } = useDeal();
  const t = useMessages(cardMessages);
  const hasPapers = view.life !== "open" && view.life !== "lost";
  if (!hasPapers || (audience !== "customer" && audience !== "coBuyer")) return null;
  return (
    <ButtonLink
      kind="outline"
      to={`/deals/${dealId}/documents`}
      aria-label={t("documents")}
      className="max-xl:aspect-square max-xl:px-0!"
    >
      <FileText aria-hidden strokeWidth={1.75} />
      <span className="max-xl:sr-only">{t("documents")}</span>
    </ButtonLink>
  );
}

/** For the phone, where the bar has no room: history stands at the end of the strip of stages. */
export function HistoryLink({ className }: { className?: string }) {
  const { dealId } = useDeal();
  const t = useMessages(cardMessages);
  return (
    <Link to={`/deals/${dealId}/history`} className={className}>
      {t("history")}
    </Link>
  );
}
