import type { StaffRole } from "../store/actor";

const desk = ["salesManager", "generalManager", "admin"] as const satisfies readonly StaffRole[];
const floor = ["salesperson", ...desk, "fniManager"] as const satisfies readonly StaffRole[];
const managers = [...desk, "fniManager"] as const satisfies readonly StaffRole[];

const anyone = { by: ["customer", ...floor], toldTo: "everyone" } as const;
const staffTold = { by: floor, toldTo: "everyone" } as const;
const amongStaff = { by: floor, toldTo: "staff" } as const;
const bySystem = { by: ["system"], toldTo: "everyone" } as const;

/** Who may say what from the contract to the last plate, and about test drives. */
export const handoverPermissions = {
  // How the store gets the car ready is its own affair; the customer hears of the stations on the way.
  "handover.workPlanRequested": amongStaff,
  "handover.workPlanned": { by: ["system"], toldTo: "staff" },
  "handover.workDone": amongStaff,
  // Keys before all is done are one manager's word, by name.
  "handover.overridden": { by: managers, toldTo: "staff" },
  "handover.timeRequested": anyone,
  "handover.timeBooked": bySystem,
  "handover.checked": staffTold,
  "handover.photoAdded": staffTold,
  "handover.photoRemoved": staffTold,
  "handover.odometerRead": staffTold,
  "handover.signRequested": anyone,
  "handover.signed": bySystem,
  "handover.tracked": staffTold,
  "handover.contactlessChosen": anyone,
  "handover.followedUp": staffTold,

  "dueBill.itemRequested": staffTold,
  "dueBill.itemAdded": bySystem,
  "dueBill.itemDropped": staffTold,
  "dueBill.photoKept": staffTold,
  "dueBill.appointmentSet": staffTold,
  "dueBill.itemClosed": staffTold,
  "dueBill.signRequested": anyone,
  "dueBill.signed": bySystem,

  "titleWork.stepDone": staffTold,
  "titleWork.holderNamed": amongStaff,
  "titleWork.tagIssued": staffTold,
  "titleWork.payoffSent": staffTold,
  "titleWork.alarmRaised": { by: ["system"], toldTo: "staff" },

  "returns.requested": anyone,
  "returns.withdrawn": anyone,
  "returns.acceptRequested": { by: managers, toldTo: "everyone" },
  "returns.accepted": bySystem,
  "returns.declined": { by: managers, toldTo: "everyone" },
  "returns.unwound": bySystem,
  "returns.settled": { by: managers, toldTo: "everyone" },

  "drive.bookRequested": anyone,
  "drive.booked": bySystem,
  "drive.cancelled": anyone,
  "drive.licenseKept": { by: [...floor, "system"], toldTo: "everyone" },
  "drive.signRequested": anyone,
  "drive.signed": bySystem,
  "drive.left": staffTold,
  "drive.ended": staffTold,
} as const;
