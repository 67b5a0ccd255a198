import { remember } from "#app/platform/remember.server";

/** Who else has to know that a paper was brought or judged: a lender that asked for it. */
export interface UploadWatch {
  brought(paper: { dealId: string; key: string; bytes: Uint8Array }): Promise<void>;
  decided(judged: { dealId: string; key: string; refusedFor: string | null }): Promise<void>;
}

const nobody: UploadWatch = { brought: () => Promise.resolve(), decided: () => Promise.resolve() };
const port = remember("uploadWatch", () => ({ watch: nobody }));

export const connectUploadWatch = (watch: UploadWatch | null): void => {
  port.watch = watch ?? nobody;
};

export const uploadWatch = (): UploadWatch => port.watch;
