/** Where staff land when they did not ask for a particular page. */
export const STAFF_HOME = "/desk";
