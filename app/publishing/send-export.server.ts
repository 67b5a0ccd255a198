import { Fault } from "#app/platform/fault";
import { decryptField, encryptField } from "#app/platform/field-encryption.server";
import { sendBySftp } from "#app/platform/send-by-sftp.server";
import { buildFeed } from "./feeds/build-feeds.server";
import { exportAddress, type MerchandisingSettings } from "./merchandising-settings";

const SEND_TIMEOUT_MS = 20_000;

const secretPlace = (rooftopId: string) => `MerchandisingRules:csv.secret:${rooftopId}`;

/** The password or private key as it is kept: sealed for this store's rules and for nothing else. */
export const sealExportSecret = (rooftopId: string, secret: string): string =>
  encryptField(secret, secretPlace(rooftopId));

async function sendByHttp(
  sendTo: string,
  file: { body: string; contentType: string; fileName: string },
  signal: AbortSignal,
): Promise<void> {
  const answer = await fetch(sendTo, {
    method: "PUT",
    redirect: "error",
    signal,
    headers: { "Content-Type": file.contentType, "Content-Disposition": `attachment; filename="${file.fileName}"` },
    body: file.body,
  });
  await answer.body?.cancel();
  if (!answer.ok)
    throw new Fault(`The listing site answered ${answer.status}.`, { code: "export", retryable: answer.status >= 500 });
}

/** Sends the export to whoever keeps a copy of it. A whole file each time: what is gone from it is gone there. */
export async function sendExport(
  rooftopId: string,
  csv: MerchandisingSettings["csv"],
  signal?: AbortSignal,
): Promise<void> {
  const address = exportAddress(csv.sendTo);
  if (!address) return;
  const file = await buildFeed(rooftopId, "thirdParty");
  const limit = AbortSignal.timeout(SEND_TIMEOUT_MS);
  const stop = signal ? AbortSignal.any([signal, limit]) : limit;
  if (address.protocol === "https") return sendByHttp(csv.sendTo, file, stop);
  const { host, port, user, path } = address;
  const secret = decryptField(csv.secret, secretPlace(rooftopId));
  await sendBySftp({ host, port, user, path, hostKey: csv.hostKey, secret }, file.body, stop);
}
