import { barMessages } from "#app/deal-card/bar-messages";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { useStaffSight } from "#app/deal-card/staff-sight";
import { useTakenOver } from "#app/deal-card/use-taken-over";
import { useDeal } from "#app/deal-card/use-deal";
import { useWantedValue } from "#app/deal-card/wanted-value";
import { BannerStack, type BannerNotice } from "#app/ui/banner";
import { Button } from "#app/ui/button";
import { lazyPart } from "#app/ui/lazy-part";
import { useMessages } from "#app/ui/messages";

// Limits and asking beyond them are the store's own: a customer's browser never asks for this chunk.
const AskManager = lazyPart(
  "ask-manager",
  async () => (await import("#app/deal-card/staff/ask-approval")).AskManager,
  ({ children }) => children,
);

/** What stands between the person and the deal: refused, the numbers moved, no line. The worst one shows. */
export function CardBanners() {
  return (
    <BannerStack notices={[...useRefusedNotice(), ...useTakenOverNotice(), ...useLateNotices(), ...useLineNotice()]} />
  );
}

function useRefusedNotice(): BannerNotice[] {
  const t = useMessages(barMessages);
  const { refused, putAwayRefusal, isStaff } = useDeal();
  const { turned } = useStaffSight();
  const sentenceOf = useRefusalSentence();
  if (!refused || refused.status === "applied" || refused.status === "repeated") return [];
  const putAway = (
    <Button kind="word" size="small" onClick={putAwayRefusal}>
      {t("banner.putAway")}
    </Button>
  );
  const action = isStaff && !turned ? <AskManager>{putAway}</AskManager> : putAway;
  if (refused.status === "again") return [{ key: "again", kind: "offline", sentence: t("banner.again"), action }];
  const { refusal } = refused;
  const moved = refusal.code === "numbersMoved";
  return [
    {
      key: "refused",
      kind: moved ? "moved" : "refused",
      sentence: `${sentenceOf(refusal)} ${moved ? "" : t("banner.kept")}`,
      action,
    },
  ];
}

/** Whoever had the deal sees at once that a colleague has it now. */
function useTakenOverNotice(): BannerNotice[] {
  const t = useMessages(barMessages);
  const taken = useTakenOver();
  const { turned } = useStaffSight();
  if (!taken || turned) return [];
  const action = (
    <Button kind="word" size="small" onClick={taken.putAway}>
      {t("banner.putAway")}
    </Button>
  );
  return [{ key: "taken-over", kind: "moved", sentence: t("banner.takenOver", { name: taken.by }), action }];
}

/** Changes that waited on this device and were refused when they arrived: what was wanted stands there, and why not. */
function useLateNotices(): BannerNotice[] {
  const t = useMessages(barMessages);
  const wanted = useWantedValue();
  const { refusedLate, putAwayRefusal } = useDeal();
  const sentenceOf = useRefusalSentence();
  return refusedLate.map(({ edit, refusal }, index) => ({
    key: `late-${index}`,
    kind: "refused",
    sentence: t("banner.late", { wanted: wanted(edit), reason: sentenceOf(refusal) }),
    action: (
      <Button kind="word" size="small" onClick={putAwayRefusal}>
        {t("banner.putAway")}
      </Button>
    ),
  }));
}

function useLineNotice(): BannerNotice[] {
  const t = useMessages(barMessages);
  const { line, waiting } = useDeal();
  const reload = (label: string) => (
    <Button kind="word" size="small" onClick={() => window.location.reload()}>
      {label}
    </Button>
  );
  switch (line) {
    case "offline":
      return [{ key: "line", kind: "offline", sentence: t("banner.offline", { count: waiting }) }];
    case "reload":
      return [{ key: "line", kind: "moved", sentence: t("banner.reload"), action: reload(t("banner.reloadAct")) }];
    case "ended":
      return [{ key: "line", kind: "moved", sentence: t("banner.ended"), action: reload(t("banner.endedAct")) }];
    case "stalled":
      return [{ key: "line", kind: "offline", sentence: t("banner.stalled", { count: waiting }) }];
    case "connecting":
    case "live":
      return [];
  }
}
