import { remember } from "#app/platform/remember.server";

/** Looks at bytes for what must not be kept. Throws while it cannot look: the file is then held, not passed. */
export type ScanFile = (bytes: Uint8Array) => Promise<"clean" | "infected">;

const port = remember("fileScanner", () => ({ scan: null as ScanFile | null }));

export const connectScanner = (scan: ScanFile | null): void => {
  port.scan = scan;
};

export const fileScanner = (): ScanFile | null => port.scan;

/** The string that every scanner knows and no paper holds: found without one, so that a store can try. */
const TEST_VIRUS = "EICAR-STANDARD-ANTIVIRUS-TEST-FILE";

export const isTestVirus = (bytes: Uint8Array): boolean => Buffer.from(bytes).includes(TEST_VIRUS);
