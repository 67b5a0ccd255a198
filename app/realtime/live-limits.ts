/**
 * What one connection, one person and one address may ask of a server, each with its reason. docs/protocol.md repeats
 * them for whoever writes a client; a test compares the two. Counted by each server for itself: with N servers somebody
 * who spreads over all of them gets N times as much, which these figures allow for.
 */
export const liveLimits = {
  /** Edits are at most a few kilobytes; a longer frame closes the line. */
  frameBytes: 65_536,
  /** A half-open line is noticed after both together: within 45 s, the longest a person may believe in a dead line. */
  pingIntervalMs: 20_000,
  pingTimeoutMs: 15_000,
  /** A connection that never says which namespace it wants is closed. */
  connectTimeoutMs: 10_000,

  /** Packets that may wait for a reader who takes none; then the line is closed, and its client catches up anew. */
  packetsWaiting: 1_000,

  /** One person's tabs and devices; more is a program. */
  linesPerPerson: 20,
  /** A store behind one address: a hundred people with a few cards open each. */
  linesPerAddress: 500,
  /** Cards one line may hold open: a person looks at one, a manager compares a few. */
  dealsPerLine: 8,

  /** Joining loads a deal from the journal; nobody needs to do that more often. */
  joinsPerSecond: 5,
  joinsAtOnce: 20,
  /** Presence is a whisper: more than this a second is noise. */
  presencePerSecond: 12,
  presenceAtOnce: 24,
  /** Edits at once, as seconds' worth of the setting EDITS_PER_SECOND. */
  editBurstSeconds: 3,
  /** All messages together, as seconds' worth of all that is allowed. */
  anyBurstSeconds: 4,
  /** A person on several devices may send as much as this many lines. */
  linesOfEdits: 3,
  /** Messages too many before the line is cut: a person's browser stops at the first. Forgiven one a second. */
  patience: 120,

  /** A reader this many steps behind gets the whole card: cheaper than every step to it. */
  patchesPerJoin: 40,
  /** The head revision is told to everybody this often, so that lost news heals even when nothing new happens. */
  headEveryMs: 15_000,
} as const;
