import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { safeRedirect } from "#app/accounts/safe-redirect";
import { env } from "#app/platform/env.server";
import { preferenceCookie } from "#app/ui/cookie";
import { THEME_COOKIE, isTheme } from "#app/ui/theme";

/** Remembers light or dark for staff screens and goes back to where it was chosen. */
export async function action({ request }: ActionFunctionArgs) {
  const form = await request.formData();
  const wish = form.get("theme");
  const cookie = preferenceCookie(THEME_COOKIE, isTheme(wish) ? wish : "light", {
    secure: env.PUBLIC_URL.startsWith("https:"),
  });
  return redirect(safeRedirect(form.get("redirectTo")), { headers: { "Set-Cookie": cookie } });
}

export const loader = () => redirect("/");
