import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from "@simplewebauthn/browser";

const ADDRESS = "/staff/passkey-ceremony";

/** What the browser asks of the server, in words that both sides know. */
export type CeremonyStep =
  | { step: "enrolOptions"; code: string }
  | { step: "enrol"; name: string; response: unknown }
  | { step: "signInOptions" }
  | { step: "signIn"; redirectTo: string; response: unknown }
  | { step: "proofOptions" }
  | { step: "proof"; response: unknown };

export type CeremonyAnswer =
  | {
      ok: true;
      create?: PublicKeyCredentialCreationOptionsJSON;
      get?: PublicKeyCredentialRequestOptionsJSON;
      to?: string;
    }
  | { ok: false; reason: "secondFactor" | "tooMany" | "notVerified" };

export type CeremonyEnd = "done" | "cancelled" | Extract<CeremonyAnswer, { ok: false }>["reason"];

/** Can this browser make and use passkeys? Asked after the page is there; a server cannot know. */
export const knowsPasskeys = (): boolean => "PublicKeyCredential" in window;

async function ask(step: CeremonyStep): Promise<CeremonyAnswer> {
  const answer = await fetch(ADDRESS, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(step),
  });
  return answer.ok ? ((await answer.json()) as CeremonyAnswer) : { ok: false, reason: "notVerified" };
}

/** A device that is asked and says no, or is not there, is no fault of ours. */
async function touched<Response>(ceremony: () => Promise<Response>): Promise<Response | null> {
  try {
    return await ceremony();
  } catch {
    return null;
  }
}

export async function enrolPasskey(name: string, code: string): Promise<CeremonyEnd> {
  const begun = await ask({ step: "enrolOptions", code });
  if (!begun.ok) return begun.reason;
  const { startRegistration } = await import("@simplewebauthn/browser");
  const { create } = begun;
  const response = create && (await touched(() => startRegistration({ optionsJSON: create })));
  if (!response) return "cancelled";
  const kept = await ask({ step: "enrol", name, response });
  return kept.ok ? "done" : kept.reason;
}

async function answered(options: CeremonyAnswer) {
  if (!options.ok || !options.get) return null;
  const { startAuthentication } = await import("@simplewebauthn/browser");
  const { get } = options;
  return touched(() => startAuthentication({ optionsJSON: get }));
}

/** Where to go once signed in; null when the device or the server said no. */
export async function signInByPasskey(redirectTo: string): Promise<string | null> {
  const response = await answered(await ask({ step: "signInOptions" }));
  const end = response && (await ask({ step: "signIn", redirectTo, response }));
  return end?.ok ? (end.to ?? null) : null;
}

export async function proveByPasskey(): Promise<boolean> {
  const response = await answered(await ask({ step: "proofOptions" }));
  return response ? (await ask({ step: "proof", response })).ok : false;
}
