import type { StaffRole } from "#machines/store/actor";
import { lakesideId } from "./rooftop";

export interface SeededStaff {
  id: string;
  rooftopId: string;
  email: string;
  firstName: string;
  lastName: string;
  role: StaffRole;
  seesCost: boolean;
}

type Row = readonly [firstName: string, lastName: string, role: StaffRole, seesCost: boolean];

const rows: readonly Row[] = [
  ["Maya", "Okonjo", "salesperson", true],
  // The store shows cost to those who have been there a year: Theron has not.
  ["Theron", "Vale", "salesperson", false],
  ["Ines", "Calloway", "salesManager", true],
  ["Walt", "Emberly", "fniManager", true],
  ["Gus", "Pendry", "appraiser", true],
  ["Bea", "Tanager", "merchandiser", false],
  ["Linus", "Farthingale", "controller", false],
  ["Orla", "Whitcombe", "generalManager", true],
  ["Priya", "Sandell", "admin", true],
];

/** Invented people, without passwords: the demo page is the only way to become one of them. */
export const lakesideStaff: SeededStaff[] = rows.map(([firstName, lastName, role, seesCost]) => ({
  id: `staff-${firstName}-${lastName}`.toLowerCase(),
  rooftopId: lakesideId,
  email: `${firstName}.${lastName}@lakeside-motors.example`.toLowerCase(),
  firstName,
  lastName,
  role,
  seesCost,
}));
