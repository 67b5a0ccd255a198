import { useEffect, useState } from "react";
import { QrCode, type QrDrawing } from "#app/accounts/qr-code";
import { peopleMessages } from "#app/deal-card/people/people-messages";
import { usePost } from "#app/deal-card/people/use-post";
import { useDeal } from "#app/deal-card/use-deal";
import { useJson } from "#app/deal-card/use-json";
import { wipeDevice } from "#app/showroom/wipe-device";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";

interface ShownCode {
  code: string;
  url: string;
  qr: QrDrawing;
  expiresAt: string;
}

interface ListedScreen {
  pairingId: string;
  kind: "tablet" | "handOver";
  state: "open" | "locked" | "over";
  by: string;
  openedAt: string;
}

/** A lock falls without an event of the deal, so the list is asked for now and then while it is looked at. */
const ASK_EVERY_MS = 5_000;

/** Screens in the customer's hands: paired by a code, unlocked, taken back; and this very screen handed over. */
export function ScreensOfDeal() {
  const t = useMessages(peopleMessages);
  const { dealId, view } = useDeal();
  const url = `/deals/${dealId}/screens`;
  const { data, load } = useJson<{ screens: ListedScreen[] }>();
  const opened = view.card.showroom.screens.length;
  useEffect(() => {
    // The number only makes the list be asked for anew as soon as a screen came or went.
    const list = `${url}?screens=${opened}`;
    void load(list);
    const timer = setInterval(() => void load(list), ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [load, url, opened]);
  const screens = data?.screens ?? [];
  return (
    <div className="flex flex-col gap-4">
      {screens.length === 0 ? <p className="text-13 text-ink-2">{t("screensNone")}</p> : null}
      {screens.map((screen) => (
        <ScreenRow key={screen.pairingId} screen={screen} url={url} changed={() => void load(url)} />
      ))}
      <PairTablet url={url} paired={opened} />
      <HandOver url={url} />
    </div>
  );
}

function ScreenRow({ screen, url, changed }: { screen: ListedScreen; url: string; changed(): void }) {
  const t = useMessages(peopleMessages);
  const format = useFormat();
  const { post, busy } = usePost<unknown>(url);
  const act = async (name: "unlock" | "end") => {
    await post({ act: name, pairingId: screen.pairingId });
    changed();
  };
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="min-w-0 flex-1">
        <span className="block font-medium">{t(`screenKind.${screen.kind}`, { name: screen.by })}</span>
        <span className="block text-13 text-ink-3" aria-live="polite">
          {t(`screenState.${screen.state}`, { time: format.time(screen.openedAt) })}
        </span>
      </p>
      {screen.state === "locked" ? (
        <Button busy={busy} onClick={() => void act("unlock")}>
          {t("unlock")}
        </Button>
      ) : null}
      <Button kind="quiet" busy={busy} onClick={() => void act("end")}>
        {t("takeBack")}
      </Button>
    </div>
  );
}

function PairTablet({ url, paired }: { url: string; paired: number }) {
  const t = useMessages(peopleMessages);
  const { answer, failed, status, busy, post } = usePost<ShownCode>(url);
  const [pairedBefore, setPairedBefore] = useState(paired);
  const [gone, setGone] = useState<ShownCode | null>(null);
  useEffect(() => {
    if (!answer) return;
    const timer = setTimeout(() => setGone(answer), Math.max(0, Date.parse(answer.expiresAt) - Date.now()));
    return () => clearTimeout(timer);
  }, [answer]);
  const make = () => {
    setPairedBefore(paired);
    void post({ act: "pair" });
  };
  // A code is good once: as soon as a screen has come, it is put away.
  const shown = answer && gone !== answer && paired === pairedBefore ? answer : null;
  return (
    <>
      {shown ? (
        <div className="flex flex-col items-center gap-3 rounded-block border border-line p-4">
          <p className="text-13 text-ink-2">{t("pairNote", { address: shown.url.split("#")[0] ?? "" })}</p>
          <QrCode drawing={shown.qr} label={t("pairQr")} className="size-40" />
          <p className="figures text-28 font-semibold tracking-[.1em]">{shown.code}</p>
        </div>
      ) : (
        <Button wide busy={busy} onClick={make}>
          {t("pair")}
        </Button>
      )}
      {failed || (gone && answer) ? (
        <p role="alert" className="text-13 text-neg">
          {failed ? t(status === 409 ? "pairFull" : "pairFailed") : t("codeGone")}
        </p>
      ) : null}
    </>
  );
}

/** The salesperson turns their own tablet round: nothing of theirs stays on it. */
function HandOver({ url }: { url: string }) {
  const t = useMessages(peopleMessages);
  const { dealId, waiting } = useDeal();
  const { failed, busy, post } = usePost<{ ok: true }>(url);
  const handOver = async () => {
    if (!(await post({ act: "handOver" }))) return;
    await wipeDevice();
    // A whole page load: what staff saw is in this page's memory.
    window.location.replace(`/deals/${dealId}`);
  };
  return (
    <div>
      <Button wide busy={busy} disabled={waiting > 0} onClick={() => void handOver()}>
        {t("handOver")}
      </Button>
      <p className="mt-1 text-12 text-ink-3">{t("handOverNote")}</p>
      {failed ? (
        <p role="alert" className="text-13 text-neg">
          {t("handOverFailed")}
        </p>
      ) : null}
    </div>
  );
}
