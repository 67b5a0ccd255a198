/** clsx under one name for the whole app. Later classes do not override earlier ones: primitives take layout classes only. */
export { cx } from "class-variance-authority";
