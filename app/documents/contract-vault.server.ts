import { remember } from "#app/platform/remember.server";

/**
 * A place that keeps the one authoritative copy of an electronic contract under a lender's or a store's control. Without
 * one a financed contract is signed in ink: what the product holds is then a copy, and says so.
 */
export interface ContractVault {
  /** As the screens call it. */
  name: string;
  deposit(document: {
    dealId: string;
    kind: string;
    sha256: string;
    bytes: Uint8Array;
  }): Promise<{ reference: string }>;
}

const port = remember("contractVault", () => ({ vault: null as ContractVault | null }));

export const connectVault = (vault: ContractVault | null): void => {
  port.vault = vault;
};

export const contractVault = (): ContractVault | null => port.vault;
