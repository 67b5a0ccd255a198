import type { Cents } from "../money/cents";
import { forfeitReasons, MOST_EXTENSION_HOURS, MOST_EXTENSIONS } from "../stages/deposit";
import type { DealLife } from "../stages/stage";
import { depositHeld } from "./balance-due";
import type { DealContext } from "./deal-context";
import type { DealEvent, DealEventOf } from "./deal-events";
import { type Refusal, refuse } from "./deal-refusals";
import type { GuardScope } from "./guard-scope";

type Deposit = DealContext["deposit"];

/** A payment that may still come in. */
const isAwaited = ({ status }: Deposit) => status === "checkingOut" || status === "failed";
const isThisOne = ({ attempt: ours }: Deposit, { attempt }: { attempt: number }) => ours === attempt;
const orMismatch = (fits: boolean) => (fits ? null : refuse("depositMismatch"));

function canBeOpened({ deposit, vehicle }: DealContext, { amount, attempt }: { amount: Cents; attempt: number }) {
  if (!vehicle.vehicle) return refuse("noVehicle");
  if (deposit.status === "held") return refuse("depositHeldAlready");
  // A new payment during a refund would leave the refund's news with nothing to tell about.
  if (deposit.status === "refunding") return refuse("depositInProgress");
  if (deposit.accepted?.amount !== amount) return refuse("depositTermsMissing");
  return attempt > deposit.attempt ? null : refuse("depositInProgress");
}

/** At the desk the terms are read and signed for there; a checkout that is open would be a second payment. */
function canBeTakenAtDesk({ deposit, vehicle, store }: DealContext, event: DealEventOf<"deposit.takenAtDesk">) {
  if (!vehicle.vehicle) return refuse("noVehicle");
  if (deposit.status === "held") return refuse("depositHeldAlready");
  if (deposit.status === "refunding" || deposit.status === "checkingOut") return refuse("depositInProgress");
  if (event.amount !== store.deposit.amount) return refuse("depositTermsChanged");
  return event.attempt > deposit.attempt ? null : refuse("depositInProgress");
}

function canBeProlonged({ deposit }: DealContext, { attempt, holdUntil }: DealEventOf<"deposit.holdExtended">) {
  if (deposit.status !== "held" || !isThisOne(deposit, { attempt }) || !deposit.holdUntil)
    return refuse("noDepositHeld");
  if (deposit.extensions >= MOST_EXTENSIONS) return refuse("holdExtendedOften", { count: MOST_EXTENSIONS });
  const hours = (Date.parse(holdUntil) - Date.parse(deposit.holdUntil)) / 3_600_000;
  if (hours <= 0) return refuse("holdCannotGrow");
  return hours > MOST_EXTENSION_HOURS ? refuse("holdExtendedFar", { count: MOST_EXTENSION_HOURS }) : null;
}

function returnCanBeAsked({ deposit }: DealContext, event: DealEventOf<"deposit.returnRequested">): Refusal | null {
  if (deposit.status !== "held") return refuse("noDepositHeld");
  if (deposit.returnAsked) return refuse("returnAskedAlready");
  const { refund, forfeit, reason } = event;
  if (refund + forfeit <= 0) return refuse("nothingTendered", undefined, "refund");
  const limit = depositHeld(deposit);
  if (refund + forfeit > limit) return refuse("returnAboveDeposit", { limit }, "refund");
  const keeps = (forfeitReasons as readonly string[]).includes(reason);
  return keeps === forfeit > 0 ? null : refuse("reasonDoesNotFit", undefined, "reason");
}

/** Four eyes: who wants money moved is not who says yes, but for who heads the store. */
function returnCanBeApproved({ deposit }: DealContext, _event: object, { actor }: GuardScope): Refusal | null {
  const { returnAsked } = deposit;
  if (!returnAsked || returnAsked.approvedBy) return refuse("noReturnAsked");
  const isSame = actor.kind === "staff" && actor.staffId === returnAsked.by.id;
  const heads = actor.kind === "staff" && (actor.role === "generalManager" || actor.role === "admin");
  return isSame && !heads ? refuse("approverIsAsker") : null;
}

/** What may happen to a deposit, asked on the newest deal. */
export const depositGuards = {
  "deposit.termsAccepted": ({ store, deposit }: DealContext, event: DealEventOf<"deposit.termsAccepted">) => {
    if (deposit.status === "held") return refuse("depositHeldAlready");
    const same = event.amount === store.deposit.amount && event.termsVersion === store.deposit.termsVersion;
    return same ? null : refuse("depositTermsChanged");
  },
  "deposit.checkoutOpened": canBeOpened,
  "deposit.takenAtDesk": canBeTakenAtDesk,
  "deposit.held": ({ deposit }: DealContext, event: DealEventOf<"deposit.held">) => {
    if (deposit.status === "held") return refuse("depositHeldAlready");
    // A late success may follow a failure; after a refund the same payment's older news must not bring it back.
    return orMismatch(isAwaited(deposit) && isThisOne(deposit, event) && deposit.amount === event.amount);
  },
  // A declined card may be tried again on the same page of the provider.
  "deposit.bankAsked": ({ deposit }: DealContext, event: DealEventOf<"deposit.bankAsked">) =>
    orMismatch(isAwaited(deposit) && isThisOne(deposit, event)),
  "deposit.captured": ({ deposit }: DealContext, event: DealEventOf<"deposit.captured">) =>
    orMismatch(deposit.funds === "authorized" && isThisOne(deposit, event)),
  "deposit.failed": ({ deposit }: DealContext, event: DealEventOf<"deposit.failed">) =>
    orMismatch(isAwaited(deposit) && isThisOne(deposit, event)),
  "deposit.released": ({ deposit }: DealContext, event: DealEventOf<"deposit.released">) =>
    orMismatch((isAwaited(deposit) || deposit.status === "held") && isThisOne(deposit, event)),
  "deposit.holdEnding": ({ deposit }: DealContext, event: DealEventOf<"deposit.holdEnding">) =>
    orMismatch(deposit.status === "held" && isThisOne(deposit, event)),
  "deposit.holdExtended": canBeProlonged,
  "deposit.disputed": ({ deposit }: DealContext, event: DealEventOf<"deposit.disputed">) =>
    orMismatch(isThisOne(deposit, event)),
  "deposit.refundRequested": (
    { deposit, store }: DealContext,
    _event: DealEventOf<"deposit.refundRequested">,
    { actor }: GuardScope,
  ) => {
    if (deposit.status !== "held") return refuse("noDepositHeld");
    if (deposit.returnAsked) return refuse("returnAskedAlready");
    // Under terms that keep a deposit, the store decides; a customer asks it.
    return store.deposit.refundable === false && actor.kind === "customer" ? refuse("depositNotRefundable") : null;
  },
  // Also without a request: a hold that ran out at the provider, or a refund made on the provider's own page.
  "deposit.refunded": ({ deposit }: DealContext, { amount }: DealEventOf<"deposit.refunded">) => {
    const ours = deposit.status === "refunding" || deposit.status === "held";
    return orMismatch(ours && deposit.amount === amount);
  },
  "deposit.returnRequested": returnCanBeAsked,
  "deposit.returnApproved": returnCanBeApproved,
  "deposit.returnDeclined": ({ deposit }: DealContext) =>
    deposit.returnAsked && !deposit.returnAsked.approvedBy ? null : refuse("noReturnAsked"),
  "deposit.returned": ({ deposit }: DealContext, event: DealEventOf<"deposit.returned">) =>
    orMismatch(
      isThisOne(deposit, event) &&
        deposit.returnAsked?.refund === event.refunded &&
        deposit.returnAsked.forfeit === event.forfeited,
    ),
};

const afterTheEnd = new Set<string>(["deposit.returnRequested", "deposit.returnApproved", "deposit.returnDeclined"]);

/** What the deal's life lets the store still do about money; undefined for everything else. */
export function moneyLifeRefusal(life: DealLife, event: DealEvent, { store }: DealContext): Refusal | null | undefined {
  if (event.type === "deposit.returnRequested" && event.forfeit > 0 && store.deposit.refundable !== false) {
    // What the customer accepted: all of it is theirs until the contract is signed.
    if (life !== "contracted" && life !== "delivered") return refuse("depositRefundable");
  }
  if (afterTheEnd.has(event.type)) return null;
  if (event.type === "deposit.holdExtended") return life === "lost" ? refuse("dealLost") : null;
  if (!event.type.startsWith("tender.")) return undefined;
  // Money promised for later is brought after the keys have left; a closed deal only gives back.
  return life === "lost" && event.type !== "tender.returned" ? refuse("dealLost") : null;
}
