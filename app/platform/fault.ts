export interface FaultDetails {
  code: string;
  /** Will the same call succeed later without anybody changing anything? Jobs are tried again only then. */
  retryable: boolean;
  cause?: unknown;
}

/** The outside failed: a disk, a mail server, a provider, a wrong setting. Thrown; never used for a business "no". */
export class Fault extends Error {
  override readonly name = "Fault";
  readonly code: string;
  readonly retryable: boolean;

  constructor(message: string, { code, retryable, cause }: FaultDetails) {
    super(message, { cause });
    this.code = code;
    this.retryable = retryable;
  }
}
