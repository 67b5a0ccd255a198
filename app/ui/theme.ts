/** Customers' screens are always light; staff choose, and the choice is kept in a plain cookie. */
export type Theme = "light" | "dark";

export const THEME_COOKIE = "theme";

export const isTheme = (value: unknown): value is Theme => value === "light" || value === "dark";

/** A staff route says so in its `handle`, and root.tsx then honours the theme cookie. */
export interface StaffScreenHandle {
  staffScreen: true;
}

/** A screen of the store's in the customer's hands: everything on it is a quarter larger. */
export const isShowroomScreen = (data: unknown): boolean =>
  typeof data === "object" && data !== null && "showroom" in data && Boolean(data.showroom);

export const isStaffScreen = (handle: unknown): handle is StaffScreenHandle =>
  typeof handle === "object" && handle !== null && "staffScreen" in handle && handle.staffScreen === true;
