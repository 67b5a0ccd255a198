import type { ActorRef } from "../store/actor";

/** What stands beside an event in the journal. */
export interface EventMeta {
  revision: number;
  at: string;
  by: ActorRef;
}
