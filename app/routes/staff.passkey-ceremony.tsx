import type { ActionFunctionArgs } from "@remix-run/node";
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from "@simplewebauthn/server";
import { z } from "zod";
import type { CeremonyAnswer } from "#app/accounts/passkey-ceremony";
import {
  beginEnrol,
  beginProof,
  beginSignIn,
  finishEnrol,
  finishProof,
  finishSignIn,
} from "#app/accounts/passkeys.server";
import { requireStaff } from "#app/accounts/request-person.server";
import { safeRedirect } from "#app/accounts/safe-redirect";
import { STAFF_HOME } from "#app/accounts/staff-home";

/** A browser's answer as it is written on the wire; what it says is judged by its signature. */
const response = z.looseObject({
  id: z.string().max(1_400),
  rawId: z.string().max(1_400),
  type: z.literal("public-key"),
  response: z.looseObject({ clientDataJSON: z.string().max(4_000) }),
  clientExtensionResults: z.looseObject({}),
});
const stepSchema = z.discriminatedUnion("step", [
  z.object({ step: z.literal("enrolOptions"), code: z.string().max(10) }),
  z.object({ step: z.literal("enrol"), name: z.string().max(200), response }),
  z.object({ step: z.literal("signInOptions") }),
  z.object({ step: z.literal("signIn"), redirectTo: z.string().max(2_000), response }),
  z.object({ step: z.literal("proofOptions") }),
  z.object({ step: z.literal("proof"), response }),
]);

const said = (answer: CeremonyAnswer, headers: Record<string, string> = {}) =>
  Response.json(answer, { headers: { "Cache-Control": "no-store", ...headers } });
const notVerified = () => said({ ok: false, reason: "notVerified" });

/** One step of making or using a passkey. */
export async function action({ request }: ActionFunctionArgs) {
  const read = stepSchema.safeParse(await request.json().catch(() => null));
  if (!read.success) throw new Response(null, { status: 400, statusText: "Bad Request" });
  const asked = read.data;
  switch (asked.step) {
    case "enrolOptions": {
      const begun = await beginEnrol(await requireStaff(request), asked.code);
      return said(begun.ok ? { ok: true, create: begun.options } : begun);
    }
    case "enrol": {
      const made = asked.response as unknown as RegistrationResponseJSON;
      return said(await finishEnrol(await requireStaff(request), made, asked.name));
    }
    case "signInOptions": {
      const get = await beginSignIn(request);
      return get ? said({ ok: true, get }) : notVerified();
    }
    case "signIn": {
      const done = await finishSignIn(request, asked.response as unknown as AuthenticationResponseJSON);
      if (!done) return notVerified();
      return said({ ok: true, to: safeRedirect(asked.redirectTo, STAFF_HOME) }, { "Set-Cookie": done.setCookie });
    }
    case "proofOptions": {
      const get = await beginProof(await requireStaff(request));
      return get ? said({ ok: true, get }) : notVerified();
    }
    case "proof": {
      const proven = await finishProof(
        await requireStaff(request),
        asked.response as unknown as AuthenticationResponseJSON,
      );
      return proven ? said({ ok: true }) : notVerified();
    }
  }
}
