import type { StaffRole } from "#machines/store/actor";

export interface DemoStaff {
  id: string;
  name: string;
  role: StaffRole;
  seesCost: boolean;
}

export interface DemoShopper {
  id: string;
  /** As the deal has it; null while the customer has not said. */
  name: string | null;
  dealId: string;
  dealNumber: string;
  vehicle: string | null;
}

export interface DemoStore {
  name: string;
  staff: DemoStaff[];
  shoppers: DemoShopper[];
}
