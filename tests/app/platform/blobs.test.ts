import { createHash } from "node:crypto";
import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { getBlob, putBlob } from "#app/platform/blobs.server";
import { env } from "#app/platform/env.server";

const bytes = Buffer.from(`%PDF-1.7 ${process.pid} ${performance.now()}`);

describe("blobs", () => {
  it("are named by their content and come back with their type", async () => {
    const key = await putBlob(bytes, "application/pdf");
    expect(key).toBe(`${createHash("sha256").update(bytes).digest("hex")}.pdf`);
    expect(await putBlob(bytes, "application/pdf")).toBe(key);
    expect(await getBlob(key)).toEqual({ bytes, contentType: "application/pdf" });
    const folder = join(env.DATA_DIR, "blobs", key.slice(0, 2));
    expect((await readdir(folder)).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  it("[FILE-02] are refused in types we do not keep, and by names that are none of ours", async () => {
    await expect(putBlob(bytes, "image/svg+xml")).rejects.toThrow(/not kept/);
    for (const key of ["../../etc/passwd", "a.pdf", `${"0".repeat(64)}.pdf`, `${"0".repeat(64)}.exe`]) {
      expect(await getBlob(key)).toBeNull();
    }
  });

  it("are a fault when they no longer match their name", async () => {
    const key = await putBlob(Buffer.concat([bytes, Buffer.from("!")]), "application/pdf");
    await writeFile(join(env.DATA_DIR, "blobs", key.slice(0, 2), key), "altered");
    await expect(getBlob(key)).rejects.toThrow(/damaged/);
  });
});
