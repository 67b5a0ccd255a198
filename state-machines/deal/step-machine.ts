import { createActor, type AnyStateMachine, type EventFromLogic, type SnapshotFrom } from "xstate";

function inertScope<Machine extends AnyStateMachine>(machine: Machine) {
  const self = createActor(machine);
  return {
    self,
    system: self.system,
    id: "",
    sessionId: "",
    logger() {},
    defer() {},
    stopChild() {},
    emit() {},
    actionExecutor() {},
  };
}

/**
 * A pure step through a machine: same result as xstate's `transition()`, without building an actor per call
 * (10.6 instead of 48 µs with seven regions). One inert actor, never started, lends its scope to every step.
 *
 * `_snapshot` is private to xstate, so its version is pinned and a property test compares with `transition()`.
 */
export function makeStep<Machine extends AnyStateMachine>(machine: Machine) {
  const scope = inertScope(machine);
  return (snapshot: SnapshotFrom<Machine>, event: EventFromLogic<Machine>): SnapshotFrom<Machine> => {
    (scope.self as unknown as { _snapshot: unknown })._snapshot = snapshot;
    return machine.transition(snapshot, event, scope as never) as SnapshotFrom<Machine>;
  };
}

/** Brings a persisted snapshot back, history included. */
export function makeRestore<Machine extends AnyStateMachine>(machine: Machine) {
  const scope = inertScope(machine);
  return (persisted: unknown) => machine.restoreSnapshot(persisted as never, scope as never);
}
