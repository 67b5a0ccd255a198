import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { database } from "#app/platform/database.server";
import { rateLimit } from "#app/platform/rate-limit.server";
import { DeadLink, SecondFactor, type SecondFactorSaid } from "#app/signing/second-factor";
import { findSigner, sendSigningCode, signingCodeIsRight } from "#app/signing/signing-link.server";
import { originOf } from "#app/signing/signing-log.server";
import { signingMeta } from "#app/signing/signing-meta";
import { startSigningSession } from "#app/signing/signing-session.server";

export const meta = signingMeta;
/** The address is a key: no cache may keep it. */
export const headers = () => ({ "Cache-Control": "no-store" });

const perAddress = rateLimit("signing.code.address", { points: 40, perSeconds: 15 * 60 });

const storeOf = async (envelopeId: string) => {
  const { rooftopId } = await database().prisma.signingEnvelope.findUniqueOrThrow({ where: { id: envelopeId } });
  return (await database().prisma.rooftop.findUniqueOrThrow({ where: { id: rooftopId } })).name;
};

/** Uses nothing up: mail scanners and previews open every link. */
export async function loader({ params }: LoaderFunctionArgs) {
  const signer = await findSigner(params.token ?? "");
  return {
    signer: signer && { name: signer.name, store: await storeOf(signer.envelopeId), sent: signer.codeHash !== null },
  };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const signer = await findSigner(params.token ?? "");
  const turn = await perAddress.take(context.clientAddress);
  const said = (answer: SecondFactorSaid) => Response.json(answer, { status: answer.refusal === null ? 200 : 409 });
  if (!signer) return said({ refusal: "notOpen", sent: false });
  if (!turn.ok) return said({ refusal: "slowDown", sent: false });
  const form = await request.formData();
  const origin = originOf(request, context.clientAddress);
  if (form.get("act") === "send") {
    const answer = await sendSigningCode(signer, origin);
    return said({ refusal: answer.ok ? null : answer.reason, sent: answer.ok });
  }
  const answer = await signingCodeIsRight(signer, String(form.get("code") ?? ""));
  if (!answer.ok) return said({ refusal: answer.reason, sent: true });
  const { setCookie } = await startSigningSession(signer, "link and code by mail", origin);
  return redirect("/signing", { headers: { "Set-Cookie": setCookie } });
}

export default function Sign() {
  const { signer } = useLoaderData<typeof loader>();
  const said = useActionData<SecondFactorSaid>();
  return signer ? <SecondFactor {...signer} said={said ?? null} /> : <DeadLink />;
}
