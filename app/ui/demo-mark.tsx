import { DemoChip } from "#app/ui/chip";
import { useRootData } from "#app/ui/root-data";

/** The Demo chip in every top bar of a demo store, and nothing anywhere else. */
export function DemoMark({ className }: { className?: string }) {
  return useRootData()?.demo ? <DemoChip className={className} /> : null;
}
