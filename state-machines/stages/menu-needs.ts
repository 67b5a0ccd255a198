export const parkingPlaces = ["garage", "driveway", "street"] as const;
export const roadKinds = ["city", "highway", "rough"] as const;

/** What a buyer says of how the car will be used: what the menu recommends and refuses rests on it. */
export interface MenuNeeds {
  milesPerYear: number;
  keepYears: number;
  parking: (typeof parkingPlaces)[number];
  roads: (typeof roadKinds)[number];
  drivers: number;
}
