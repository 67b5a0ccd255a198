import { Link, type LinkProps } from "@remix-run/react";
import { cva, type VariantProps } from "class-variance-authority";
import { LoaderCircle, Lock } from "lucide-react";
import { forwardRef, useId, type ButtonHTMLAttributes, type MouseEvent, type ReactNode } from "react";
import { cx } from "#app/ui/class-names";

/** One primary a screen. `word` is a choice said as a word, as reachable as the button beside it. */
export const buttonClass = cva(
  [
    "relative inline-flex shrink-0 items-center justify-center gap-2 whitespace-nowrap select-none touch-target",
    "transition-[background-color,border-color,color,transform] duration-140",
    "active:not-aria-disabled:scale-[.985] active:duration-90",
    "[&_svg]:shrink-0",
  ],
  {
    variants: {
      kind: {
        primary: "bg-accent-600 text-on-accent shadow-button hover:bg-accent-700",
        outline: "border border-line-2 bg-surface text-ink shadow-button hover:border-control hover:bg-ground",
        quiet: "text-ink-2 hover:bg-sunken hover:text-ink",
        word: "text-accent-600 hover:bg-accent-50 hover:text-accent-700",
        staff: "border border-staff-500 text-staff-on hover:bg-staff-500/25",
      },
      size: {
        small: "h-7.5 rounded-cell px-2.75 text-14 font-medium [&_svg]:size-4",
        medium: "h-9 rounded-cell px-3 text-14 font-medium [&_svg]:size-4.5",
        large: "h-12 rounded-block px-5 text-16 font-semibold max-sm:h-13 [&_svg]:size-5",
      },
      wide: { true: "w-full", false: "" },
      icon: { true: "aspect-square px-0!", false: "" },
      locked: {
        true: "cursor-not-allowed border-transparent! bg-sunken! text-ink-3! shadow-none! hover:bg-sunken!",
        false: "",
      },
    },
    defaultVariants: { kind: "outline", size: "medium", wide: false, icon: false, locked: false },
  },
);

type ButtonLook = Omit<VariantProps<typeof buttonClass>, "locked">;

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement>, ButtonLook {
  /** The act is under way: the label gives way to a spinner and the width stays. */
  busy?: boolean;
  /** Why it cannot be pressed and what opens it. The button stays focusable, so that the reason can be heard. */
  locked?: ReactNode;
}

/** A button; without `type` it submits nothing. */
export const Button = forwardRef<HTMLButtonElement, ButtonProps>(function Button(
  { kind, size, wide, icon, busy = false, locked, disabled, className, children, onClick, type = "button", ...rest },
  ref,
) {
  const reasonId = useId();
  const shut = Boolean(locked) || disabled === true;
  const press = (event: MouseEvent<HTMLButtonElement>) => {
    if (shut || busy) event.preventDefault();
    else onClick?.(event);
  };
  const button = (
    <button
      {...rest}
      ref={ref}
      type={type}
      // Acts are told from figures that open: who only looks on is drawn no acts (app.css).
      data-act=""
      aria-disabled={shut || busy || undefined}
      aria-busy={busy || undefined}
      aria-describedby={locked ? reasonId : rest["aria-describedby"]}
      className={cx(buttonClass({ kind, size, wide, icon, locked: shut }), className)}
      onClick={press}
    >
      <span className={cx("inline-flex items-center justify-center gap-2", busy && "opacity-0")}>
        {shut ? <Lock aria-hidden strokeWidth={1.75} /> : null}
        {children}
      </span>
      {busy ? <LoaderCircle aria-hidden className="absolute animate-turn" strokeWidth={2} /> : null}
    </button>
  );
  if (!locked) return button;
  return (
    <div className={cx("flex flex-col gap-2", wide ? "w-full items-stretch" : "items-start")}>
      {button}
      <p id={reasonId} className={cx("text-12 text-ink-3", wide && "text-center")}>
        {locked}
      </p>
    </div>
  );
});

/** A place to go that looks like an act. */
export function ButtonLink({ kind, size, wide, icon, className, ...rest }: LinkProps & ButtonLook) {
  return <Link {...rest} data-act="" className={cx(buttonClass({ kind, size, wide, icon }), className)} />;
}
