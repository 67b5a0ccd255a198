import { CircleSlash, TriangleAlert, WifiOff, type LucideIcon } from "lucide-react";
import { useState, type ReactNode } from "react";
import { cx } from "#app/ui/class-names";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";

export interface BannerNotice {
  key: string;
  /** Worst first: refused, then moved (the numbers moved), then offline. */
  kind: "refused" | "moved" | "offline";
  sentence: ReactNode;
  /** One act, as a button or link of kind `word`. */
  action?: ReactNode;
}

const severity: Record<BannerNotice["kind"], number> = { refused: 0, moved: 1, offline: 2 };

const bannerLook: Record<BannerNotice["kind"], { ground: string; icon: LucideIcon }> = {
  refused: { ground: "bg-neg-ground text-neg", icon: CircleSlash },
  moved: { ground: "bg-warn-ground text-warn", icon: TriangleAlert },
  offline: { ground: "bg-sunken text-ink-2", icon: WifiOff },
};

/** Under the top bar, 36 px. Never stacked unasked: the worst one, "and 2 more". */
export function BannerStack({ notices }: { notices: readonly BannerNotice[] }) {
  const t = useMessages(uiMessages);
  const [open, setOpen] = useState(false);
  const sorted = notices.toSorted((a, b) => severity[a.kind] - severity[b.kind]);
  const shown = open ? sorted : sorted.slice(0, 1);
  const hidden = sorted.length - 1;
  return (
    <div role="status" aria-live="polite">
      {shown.map((notice, index) => (
        <Banner key={notice.key} kind={notice.kind} sentence={notice.sentence} action={notice.action}>
          {index === 0 && hidden > 0 ? (
            <button
              type="button"
              aria-expanded={open}
              className="touch-target rounded-chip font-medium underline underline-offset-4"
              onClick={() => setOpen(!open)}
            >
              {open ? t("fewer") : t("more", { count: hidden })}
            </button>
          ) : null}
        </Banner>
      ))}
    </div>
  );
}

function Banner({ kind, sentence, action, children }: Omit<BannerNotice, "key"> & { children?: ReactNode }) {
  const { ground, icon: Icon } = bannerLook[kind];
  return (
    <div className={cx("flex min-h-9 animate-fade-in items-center gap-3 px-5 py-1.5 text-13 max-sm:px-4", ground)}>
      <Icon aria-hidden className="size-4 shrink-0" strokeWidth={1.75} />
      <p className="min-w-0 flex-1">{sentence}</p>
      {children}
      {action ? <span className="shrink-0 font-semibold">{action}</span> : null}
    </div>
  );
}
