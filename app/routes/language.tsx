import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { safeRedirect } from "#app/accounts/safe-redirect";
import { env } from "#app/platform/env.server";
import { preferenceCookie } from "#app/ui/cookie";
import { defaultLocale, isLocale } from "#app/ui/locale";
import { LANGUAGE_COOKIE } from "#app/ui/locale.server";

/** Remembers the chosen language and goes back to where it was chosen. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const wish = form.get("language");
  const cookie = preferenceCookie(LANGUAGE_COOKIE, isLocale(wish) ? wish : defaultLocale, {
    secure: env.PUBLIC_URL.startsWith("https:"),
  });
  return redirect(safeRedirect(form.get("redirectTo")), { headers: { "Set-Cookie": cookie } });
}

export const loader = () => redirect("/");
