import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import type { PhotoAct } from "./photo-acts.server";
import type { GateFault } from "./editing/mask-gate";

interface Masked {
  preview: string;
  verdict: { passed: boolean; faults: GateFault[] };
  ms: number;
}
export type ActAnswer = { ok: true; masked?: Masked } | { ok: false; reason: string; like?: string };

/** Asks the server for an act on this page; what it answers is shown, and what changed is read again. */
export function usePhotoActs(stockNumber: string) {
  const { revalidate } = useRevalidator();
  const [busy, setBusy] = useState(false);
  const [refused, setRefused] = useState<{ reason: string; like?: string } | null>(null);
  const ask = async (init: RequestInit): Promise<ActAnswer> => {
    setBusy(true);
    setRefused(null);
    const address = `/merchandising/${stockNumber}/photo-acts`;
    const answer = await fetch(address, { method: "POST", ...init })
      .then(async (response) => (await response.json()) as ActAnswer)
      .catch((): ActAnswer => ({ ok: false, reason: "failed" }));
    setBusy(false);
    if (!answer.ok) setRefused(answer);
    revalidate();
    return answer;
  };
  const act = (wanted: PhotoAct) =>
    ask({ body: JSON.stringify(wanted), headers: { "Content-Type": "application/json" } });
  const submit = (form: FormData) => ask({ body: form });
  return { act, submit, busy, refused };
}
export type PhotoActs = ReturnType<typeof usePhotoActs>;
