// On a shared machine the host takes the processor away without asking. What the clock then says of a turn is the
// neighbours' doing; processor time is the program's own.
import { existsSync, readFileSync } from "node:fs";

/** Ticks since the start of the machine, over all cores: user, nice, system, idle, iowait, irq, softirq, steal. */
function ticks() {
  if (!existsSync("/proc/stat")) return null;
  const [, ...fields] = readFileSync("/proc/stat", "utf8").split("\n")[0].trim().split(/\s+/).map(Number);
  const [user, nice, system, , , irq, softirq, stolen = 0] = fields;
  return { stolen, wanted: user + nice + system + irq + softirq + stolen };
}

/** Begins to watch; answers what share of the time that was wanted the host took meanwhile, or null. */
export function watchStolenTime() {
  const before = ticks();
  return () => {
    const after = ticks();
    if (!before || !after || after.wanted === before.wanted) return null;
    return (after.stolen - before.stolen) / (after.wanted - before.wanted);
  };
}
