import { type Act, type ActionReader, cardPlaces, mayDo, type NextAction } from "#app/deal-card/card-action";
import { tradeAction } from "#app/deal-card/trade-action";
import { headlineNumbers } from "#machines/deal/deal-changes";
import { eligibilityFacts } from "#machines/deal/deal-completeness";
import type { DealEdit } from "#machines/deal/deal-events";
import { menuOf } from "#machines/deal/menu-catalog";
import { openPencil } from "#machines/deal/pencil";
import { pencilFits } from "#machines/deal/pencil-fits";
import { nextStep } from "#machines/deal/deal-progress";
import { type DealView, numbersFrom } from "#machines/deal/deal-view";
import { ineligibility } from "#machines/stages/fni";
import { isSettled, stageNames, type StageName } from "#machines/stages/stage";

type View = Pick<DealView, "life" | "statuses" | "kept" | "card">;

/**
 * The one primary button: what the open stage asks for, else where the deal goes on. Whose move it is comes from the
 * core's `nextStep`; this only chooses the button by which this reader makes it, and never leaves them without one.
 */
export function nextAction(view: View, open: StageName, reader: ActionReader): NextAction {
  const own = view.life === "open" ? stageAction(view, open, reader) : null;
  return own ?? leadOn(view, open, reader);
}

const tradeIn = (card: View["card"], car = 1) => (car === 1 ? card.trade : card.furtherTrades[car - 2]) ?? card.trade;

const may = mayDo;

function stageAction(view: View, stage: StageName, reader: ActionReader): NextAction | null {
  const status = view.statuses[stage];
  if (status === "skipped" || status === "deferred") return null;
  // A proposal that can be agreed to answers for the whole stage.
  if (status === "recheck" && !(stage === "finance" && openPencil(view.card.pencils))) {
    const mayConfirm = stage !== "finance" || reader.role === "customer";
    return mayConfirm
      ? { code: "confirmStage", stage, act: { edit: { type: "stage.confirmed", stage } } }
      : { code: "sendLink", stage, act: { open: "share" } };
  }
  const action = actionOf[stage](view, reader);
  return action && { ...action, stage };
}

type OwnAction = Omit<NextAction, "stage"> | null;

const actionOf: Record<StageName, (view: View, reader: ActionReader) => OwnAction> = {
  vehicle: ({ card: { vehicle } }) => {
    if (!vehicle.vehicle) return { code: "chooseVehicle", act: { open: "swap" } };
    return vehicle.confirmed ? null : { code: "confirmVehicle", act: { edit: { type: "vehicle.confirmed" } } };
  },
  trade: tradeAction,
  finance: (view, reader) => {
    const pencil = openPencil(view.card.pencils);
    if (pencil && pencilFits(numbersFrom(view), pencil))
      return may(reader, "pencil.accepted")
        ? { code: "agreePencil", act: { form: cardPlaces.pencil } }
        : { code: "sendLink", act: { open: "share" } };
    if (view.statuses.finance === "complete" || headlineNumbers(view) === null) return null;
    return may(reader, "finance.termsAgreed")
      ? { code: "agreeTerms", act: { edit: { type: "finance.termsAgreed" } } }
      : { code: "sendLink", act: { open: "share" } };
  },
  fni: ({ card }, reader) => {
    const facts = eligibilityFacts(card);
    const open = menuOf(card).find((product) => {
      const answer = card.fni.answers[product.code]?.answer;
      return facts && !ineligibility(product, facts) && answer !== "accepted" && answer !== "declined";
    });
    if (!open) return null;
    return may(reader, "fni.productAnswered")
      ? { code: "answerProduct", act: { place: cardPlaces.product(open.code) } }
      : { code: "sendLink", act: { open: "share" } };
  },
  deposit: ({ card: { deposit } }, reader) => {
    if (deposit.status === "held" || deposit.status === "refunding") return null;
    if (!may(reader, "deposit.termsAccepted")) return { code: "sendLink", act: { open: "share" } };
    if (deposit.status === "checkingOut") return { code: "finishDeposit", act: { form: cardPlaces.deposit } };
    return deposit.accepted
      ? { code: "payDeposit", act: { form: cardPlaces.deposit } }
      : { code: "acceptDepositTerms", act: { place: cardPlaces.deposit } };
  },
  delivery: ({ card: { delivery } }) => {
    if (!delivery.method) return { code: "chooseDelivery", act: { place: cardPlaces.deliveryMethod } };
    if (delivery.method === "home" && !delivery.address)
      return { code: "giveAddress", act: { form: cardPlaces.deliveryAddress } };
    return delivery.slot ? null : { code: "bookSlot", act: { form: cardPlaces.deliverySlot } };
  },
};

/** From a stage that asks for nothing more to where the deal goes on. */
function leadOn(view: View, open: StageName, reader: ActionReader): NextAction {
  const step = nextStep(view);
  const isStaff = reader.role !== "customer";
  const at = (code: NextAction["code"], act: Act): NextAction => ({ code, act, stage: step.stage });
  switch (step.code) {
    case "answerPencil":
    case "answerOffer":
    case "recheck":
    case "continue":
      return step.stage === open ? elsewhere(view, open, step.stage) : at("goOn", { stage: step.stage });
    case "makeOffer":
    case "answerCounter":
      return isStaff && open !== "trade" ? at("goOn", { stage: "trade" }) : elsewhere(view, open, "trade");
    case "answerPencilCounter":
      return isStaff && open !== "finance" ? at("goOn", { stage: "finance" }) : elsewhere(view, open, "finance");
    case "identify":
      return at("identify", { open: "details" });
    case "finalize":
      return isStaff ? at("finalize", { link: "finalize" }) : at("wait", { link: "history" });
    case "sign":
      return isStaff ? at("sign", { link: "finalize" }) : at("wait", { link: "history" });
    case "handOver":
      return may(reader, "deal.delivered")
        ? at("handOver", { edit: { type: "deal.delivered" } })
        : at("wait", { link: "history" });
    case "revive":
      return may(reader, "deal.revived")
        ? at("revive", { edit: { type: "deal.revived" } })
        : at("wait", { link: "history" });
    case "done":
      return at("done", { link: "history" });
  }
}

/** While one stage waits for somebody else: another that can be worked on meanwhile. */
function elsewhere(view: View, open: StageName, waiting: StageName): NextAction {
  const other = stageNames.find(
    (name) => name !== open && name !== waiting && !isSettled(view.statuses[name]) && view.statuses[name] !== "locked",
  );
  return other
    ? { code: "meanwhile", stage: other, act: { stage: other } }
    : { code: "wait", stage: waiting, act: { link: "history" } };
}

/** A word beside the primary button: the ways round a stage. */
export interface WayOut {
  code: "counter" | "noTrade" | "sellMyself" | "ownBank" | "notWanted" | "payAtStore" | "later";
  act: { edit: DealEdit } | { place: string };
}

/** No stage holds anybody up: each may be left out or put off, and taken up again. */
export function waysOut({ life, statuses, card }: View, stage: StageName, reader: ActionReader): WayOut[] {
  const status = statuses[stage];
  if (life !== "open" || status === "skipped" || status === "deferred" || status === "complete") return [];
  const skip = (reason: Exclude<WayOut["code"], "counter" | "later">): WayOut => ({
    code: reason,
    act: { edit: { type: "stage.skipped", stage, reason } },
  });
  const later: WayOut = { code: "later", act: { edit: { type: "stage.deferred", stage, remindAt: null } } };
  switch (stage) {
    case "vehicle":
      return [];
    case "trade": {
      const mayCounter = tradeIn(card, reader.car).offer?.answer === "open" && may(reader, "trade.offerCountered");
      return mayCounter
        ? [{ code: "counter", act: { place: cardPlaces.tradeCounter } }, later, skip("noTrade")]
        : [later, skip("noTrade"), skip("sellMyself")];
    }
    case "finance":
      return [later, skip("ownBank")];
    case "fni":
      return [later, skip("notWanted")];
    case "deposit":
      return card.deposit.status === "none" || card.deposit.status === "failed" ? [later, skip("payAtStore")] : [];
    case "delivery":
      return [later];
  }
}
