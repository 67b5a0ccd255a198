import { isRouteErrorResponse } from "@remix-run/react";
import { BrandMark } from "#app/ui/brand";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";

/** What happened, what was kept, what to do next; the number finds the request in the log. */
export function ErrorPage({ error, requestId }: { error: unknown; requestId: string | null }) {
  const t = useMessages(uiMessages);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const [title, text] =
    status === 404
      ? [t("error.notFoundTitle"), t("error.notFound")]
      : status === 401 || status === 403
        ? [t("error.notAllowedTitle"), t("error.notAllowed")]
        : [t("error.title"), t("error.kept")];
  return (
    <main id="main" className="mx-auto flex min-h-dvh max-w-120 flex-col justify-center gap-5 px-5 py-16">
      <BrandMark className="size-9!" />
      <div className="flex flex-col gap-2">
        <h1 className="text-24">{title}</h1>
        <p className="text-16 text-ink-2">{text}</p>
      </div>
      <div className="flex flex-wrap gap-3">
        {status >= 500 ? (
          <Button kind="primary" onClick={() => window.location.reload()}>
            {t("error.again")}
          </Button>
        ) : null}
        <ButtonLink kind={status >= 500 ? "outline" : "primary"} to="/">
          {t("error.home")}
        </ButtonLink>
      </div>
      {requestId && status >= 500 ? <p className="text-12 text-ink-3">{t("error.number", { id: requestId })}</p> : null}
    </main>
  );
}
