/** How often a screen that is in use says so, and for how long it was. */
export const SCREEN_BEAT_SECONDS = 60;
/** "Still there?" stands this long before the screen locks itself. */
export const SCREEN_WARNING_SECONDS = 30;
/** A locked screen asks this often whether it was unlocked. */
export const LOCKED_ASKS_EVERY_MS = 4_000;
