import { Link } from "@remix-run/react";
import { Camera } from "lucide-react";
import type { ReactNode } from "react";
import { ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { photoWords } from "#app/vehicle-photos/photo-messages";
import { photoScreenMessages } from "#app/vehicle-photos/photo-screen-messages";
import type { PhotoSummary } from "#app/vehicle-photos/photo-summary.server";
import type { DossierPageData } from "./dossier-page.server";
import { dossierMessages } from "./dossier-messages";

type Photo = PhotoSummary["photos"][number];

/** Edited against original, photo by photo: an approval is of these as well as of the words. */
export function PicturesSection({ page: { pictures, stockNumber } }: { page: DossierPageData }) {
  const t = useMessages(dossierMessages);
  const { photos, hasPage, mayTake } = pictures;
  const to = `/merchandising/${stockNumber}/photos`;
  return (
    <Sheet>
      <SheetHead
        title={t("pictures.title")}
        hint={photos.length === 0 ? t("pictures.none") : t(hasPage ? "pictures.hintPage" : "pictures.hint")}
        actions={
          mayTake ? (
            <ButtonLink to={to} size="small">
              <Camera aria-hidden strokeWidth={1.75} />
              {t("pictures.take")}
            </ButtonLink>
          ) : null
        }
      />
      {photos.length === 0 ? null : (
        <ul className="mt-3 grid grid-cols-2 gap-x-3 gap-y-4 sm:grid-cols-3">
          {photos.map((photo) => (
            <li key={photo.id} className="min-w-0">
              <Pair photo={photo} to={mayTake ? `${to}?photo=${encodeURIComponent(photo.id)}` : null} />
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

function Pair({ photo: { shot, state, isShown, thumb, unedited }, to }: { photo: Photo; to: string | null }) {
  const t = useMessages(dossierMessages);
  const screen = useMessages(photoScreenMessages);
  const name = useMessages(photoWords)(`shot.${shot}`);
  const isReady = state === "ready";
  const half = "relative block aspect-square flex-1 overflow-clip";
  return (
    <PairFrame to={to} label={screen("open", { shot: name })}>
      <span className="flex gap-px overflow-clip rounded-cell bg-sunken">
        <span className={half}>
          <img src={unedited} alt={t("pictures.original", { shot: name })} loading="lazy" className={pictureClass} />
        </span>
        <span className={half}>
          {isReady ? (
            <img src={thumb} alt={t("pictures.edited", { shot: name })} loading="lazy" className={pictureClass} />
          ) : null}
        </span>
      </span>
      <span className="mt-1 block truncate text-13 font-medium">{name}</span>
      <span className="block truncate text-12 text-ink-3">
        {isShown && isReady ? screen("onPage") : screen(`state.${state === "working" ? "drawing" : state}`)}
      </span>
    </PairFrame>
  );
}

const pictureClass = "absolute inset-0 size-full object-cover";

/** A link to the whole of it for those who may work on photos. */
function PairFrame({ to, label, children }: { to: string | null; label: string; children: ReactNode }) {
  if (to === null) return <div>{children}</div>;
  return (
    <Link to={to} aria-label={label} className="block rounded-cell">
      {children}
    </Link>
  );
}
