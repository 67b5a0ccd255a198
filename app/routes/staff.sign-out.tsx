import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from "@remix-run/node";
import { Form, Link, useLoaderData } from "@remix-run/react";
import { AccountPage, Question } from "#app/accounts/account-page";
import { accountMessages } from "#app/accounts/messages";
import { accountMeta } from "#app/accounts/page-meta";
import { requestPerson } from "#app/accounts/request-person.server";
import { clearedSessionCookie, endSession } from "#app/accounts/session.server";
import { STAFF_HOME } from "#app/accounts/staff-home";
import { onlyStoreName } from "#app/accounts/store-name.server";
import { env } from "#app/platform/env.server";
import { Button, ButtonLink } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";

export const handle = { staffScreen: true };
export const meta = accountMeta((t) => t("signOut.title"));

const wayIn = () => (env.DEMO ? "/demo" : "/staff/sign-in");

/** Opening the address signs nobody out: a picture on a foreign page could do that. */
export async function loader({ request }: LoaderFunctionArgs) {
  const person = await requestPerson(request);
  if (person.kind === "nobody") throw redirect(wayIn());
  return {
    store: await onlyStoreName(),
    stayAt: person.kind === "staff" ? STAFF_HOME : "/",
    isStaff: person.kind === "staff",
  };
}

export async function action({ request }: ActionFunctionArgs) {
  const person = await requestPerson(request);
  if (person.kind !== "nobody") await endSession(person.sessionId);
  return redirect(wayIn(), { headers: { "Set-Cookie": await clearedSessionCookie() } });
}

export default function SignOut() {
  const t = useMessages(accountMessages);
  const { store, stayAt, isStaff } = useLoaderData<typeof loader>();
  const passkeys = isStaff ? (
    <Link to="/staff/passkeys" className="link touch-target">
      {t("passkeys")}
    </Link>
  ) : null;
  return (
    <AccountPage store={store}>
      <Question title={t("signOut.title")} lead={t("signOut.lead")} after={passkeys}>
        <Form method="post" className="flex flex-col gap-2">
          <Button type="submit" kind="primary" size="large" wide>
            {t("signOut.submit")}
          </Button>
          <ButtonLink kind="word" size="large" wide to={stayAt}>
            {t("signOut.stay")}
          </ButtonLink>
        </Form>
      </Question>
    </AccountPage>
  );
}
