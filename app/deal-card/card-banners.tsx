import { barMessages } from "#app/deal-card/bar-messages";
import { useRefusalSentence } from "#app/deal-card/refusal-sentence";
import { useDeal } from "#app/deal-card/use-deal";
import { BannerStack, type BannerNotice } from "#app/ui/banner";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";

/** What stands between the person and the deal: refused, the numbers moved, no line. The worst one shows. */
export function CardBanners() {
  return <BannerStack notices={[...useRefusedNotice(), ...useLineNotice()]} />;
}

function useRefusedNotice(): BannerNotice[] {
  const t = useMessages(barMessages);
  const { refused, putAwayRefusal } = useDeal();
  const sentenceOf = useRefusalSentence();
  if (!refused || refused.status === "applied" || refused.status === "repeated") return [];
  const action = (
    <Button kind="word" size="small" onClick={putAwayRefusal}>
      {t("banner.putAway")}
    </Button>
  );
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
    case "connecting":
    case "live":
      return [];
  }
}
