import { Footprints } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { usePersonName } from "#app/deal-card/card-people";
import { useDeal } from "#app/deal-card/use-deal";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { togetherMessages } from "./together-messages";
import { type Follow, useFollow } from "./use-follow";

/** A passing word stays this long. */
const NOTICE_MS = 5_000;

/** Under the top bar while somebody asks, follows or is followed: one sentence and one tap out of it. */
export function FollowBar() {
  const follow = useFollow();
  const { people } = useDeal();
  const t = useMessages(togetherMessages);
  const nameOf = usePersonName();
  useNoticeEnds(follow);
  const calledBy = (key: string | undefined) => {
    const person = people.find((one) => one.key === key);
    return person ? nameOf(person) : "";
  };
  return (
    <div role="status" aria-live="polite">
      {follow ? <Bar follow={follow} t={t} calledBy={calledBy} nameOf={nameOf} /> : null}
    </div>
  );
}

interface BarProps {
  follow: Follow;
  t: ReturnType<typeof useMessages<(typeof togetherMessages)["en"]>>;
  calledBy(key: string | undefined): string;
  nameOf: ReturnType<typeof usePersonName>;
}

function Bar({ follow, t, calledBy, nameOf }: BarProps) {
  const { invitation, leader, followers, notice } = follow;
  if (invitation) {
    const name = nameOf(invitation);
    return (
      <Line
        sentence={t(invitation.lead ? "follow.invitedLead" : "follow.invitedFollow", { name })}
        actions={
          <>
            <Button size="small" onClick={() => follow.answer(true)}>
              {t("follow.accept", { lead: invitation.lead ? "yes" : "no" })}
            </Button>
            <Button kind="word" size="small" onClick={() => follow.answer(false)}>
              {t("follow.decline")}
            </Button>
          </>
        }
      />
    );
  }
  const stop = (
    <Button size="small" onClick={follow.leave}>
      {t("follow.stop")}
    </Button>
  );
  if (leader) return <Line sentence={t("follow.following", { name: calledBy(leader) })} actions={stop} />;
  if (followers.length > 0) {
    const sentence =
      followers.length === 1
        ? t("follow.leading", { name: calledBy(followers[0]) })
        : t("follow.leadingMany", { count: followers.length });
    return <Line sentence={sentence} actions={stop} />;
  }
  if (!notice) return null;
  const name = calledBy(notice.person);
  return <Line sentence={notice.kind === "ended" ? t("follow.ended") : t(`follow.${notice.kind}`, { name })} />;
}

function Line({ sentence, actions }: { sentence: string; actions?: ReactNode }) {
  return (
    <div className="flex min-h-11 animate-fade-in flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-accent-200 bg-accent-50 px-5 py-1.5 text-13 text-accent-800 max-sm:px-4">
      <Footprints aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <p className="min-w-0 flex-1 basis-52">{sentence}</p>
      {actions ? <span className="flex shrink-0 items-center gap-1">{actions}</span> : null}
    </div>
  );
}

function useNoticeEnds(follow: Follow | null) {
  const notice = follow?.notice ?? null;
  const putAway = follow?.putAway;
  useEffect(() => {
    if (!notice || !putAway) return;
    const timer = setTimeout(putAway, NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice, putAway]);
}
