import { taxValues } from "#app/deal-card/taxes/tax-sentence";
import { approvalFigure } from "#app/deal-card/approval-figure";
import { changeMessages } from "#app/deal-card/change-messages";
import { changePartMessages } from "#app/deal-card/change-part-messages";
import { figureSentences, partWords } from "#app/deal-card/change-parts";
import { productName } from "#app/deal-card/product-names";
import { formatDate, formatDateTime, formatMoney, formatNumber, formatPercent } from "#app/ui/format";
import type { Locale } from "#app/ui/locale";
import { translator } from "#app/ui/translator";
import { approvalKinds } from "#machines/deal/approval";
import type { DealChange, HeadlineNumbers } from "#machines/deal/deal-changes";
import type { WatchedFigure } from "#machines/desking/explain-change";
import type { StageName } from "#machines/stages/stage";
import type { SeatKind } from "#machines/store/actor";

/** For whose eyes, in which language and zone. */
export interface ChangeReader {
  locale: Locale;
  timeZone: string;
  /** The reader: a staff member by id, or the customer. */
  you:
    | { kind: "customer"; seat?: SeatKind; firstName?: string }
    | { kind: "staff"; staffId: string; firstName: string; role: string };
  storeName: string;
  productKinds: Readonly<Record<string, string>>;
}

export interface ChangeSentence {
  /** "Payment down $10.24 a month."; null where no headline figure moved. */
  effect: string | null;
  /** For the icon: less to pay, more to pay, or neither. */
  direction: "down" | "up" | null;
  /** "Maya raised the trade allowance from $14,000 to $14,500." */
  cause: string;
  /** What had a part in the effect, adding up to it; empty where one cause did it all. */
  parts: string[];
  /** The other figures that moved, a sentence each. */
  others: string[];
}

type Numbers = NonNullable<DealChange["numbers"]>;
/** The effect, and which figure it is of: null where it only says where the deal now stands. */
type Effect = Pick<ChangeSentence, "effect" | "direction"> & { figure: WatchedFigure | null };
type Say = ReturnType<typeof translator<(typeof changeMessages)["en"]>>;

const nothingMoved: Effect = { effect: null, direction: null, figure: null };

/** What changed, who did it and by how much: one builder for the summary, the history and the banners. */
export function changeSentence(change: DealChange, reader: ChangeReader): ChangeSentence {
  const t = translator(changeMessages, reader.locale, reader.timeZone);
  const { numbers } = change;
  const { figure, ...effect } = numbers ? effectOf(numbers, t, reader.locale) : nothingMoved;
  const words = numbers && figure ? partWords(numbers.parts, figure, reader.locale) : [];
  const others = numbers ? figureSentences(numbers, reader.locale, { but: figure ? [figure] : [] }) : [];
  // The messages need different values by type; each gets all of them, written out.
  const say = t as unknown as (key: string, values: Record<string, string>) => string;
  const cause = say(`cause.${change.cause.type}`, causeValues(change, t, reader));
  return { ...effect, cause, parts: words.length > 1 ? words : [], others };
}

/** The figure a customer watches most of those that moved: the payment, else the total, else what is due. */
function effectOf({ before, after }: Numbers, t: Say, locale: Locale): Effect {
  const money = (cents: number) => formatMoney(Math.abs(cents), locale);
  if (before.method !== after.method) return arrivedAt(after, t, money);
  const direction = (by: number) => (by < 0 ? "down" : "up");
  if (before.payment !== after.payment) {
    if (after.payment === null) return { effect: t("effect.paymentGone"), direction: null, figure: null };
    if (before.payment === null) return arrivedAt(after, t, money);
    const by = after.payment - before.payment;
    return {
      effect: t(by < 0 ? "effect.paymentDown" : "effect.paymentUp", { amount: money(by) }),
      direction: direction(by),
      figure: "payment",
    };
  }
  if (
    after.method === "cash" &&
    before.cashDue !== null &&
    after.cashDue !== null &&
    before.cashDue !== after.cashDue
  ) {
    const by = after.cashDue - before.cashDue;
    return {
      effect: t(by < 0 ? "effect.totalDown" : "effect.totalUp", { amount: money(by) }),
      direction: direction(by),
      figure: "cashDue",
    };
  }
  if (before.outTheDoor !== after.outTheDoor) {
    const by = after.outTheDoor - before.outTheDoor;
    return {
      effect: t(by < 0 ? "effect.totalDown" : "effect.totalUp", { amount: money(by) }),
      direction: direction(by),
      figure: "outTheDoor",
    };
  }
  if (before.cashDue !== null && after.cashDue !== null && before.cashDue !== after.cashDue) {
    const by = after.cashDue - before.cashDue;
    return {
      effect: t(by < 0 ? "effect.dueDown" : "effect.dueUp", { amount: money(by) }),
      direction: direction(by),
      figure: "cashDue",
    };
  }
  return nothingMoved;
}

function arrivedAt({ method, payment, cashDue }: HeadlineNumbers, t: Say, money: (cents: number) => string): Effect {
  if (method === "cash")
    return cashDue === null
      ? nothingMoved
      : { effect: t("effect.totalNow", { amount: money(cashDue) }), direction: null, figure: null };
  if (payment === null) return { effect: t("effect.paymentGone"), direction: null, figure: null };
  return { effect: t("effect.paymentNow", { amount: money(payment) }), direction: null, figure: null };
}

const moneyParams = [
  "from",
  "to",
  "allowance",
  "before",
  "counter",
  "low",
  "high",
  "amount",
  "fee",
  "payment",
  "due",
  "target",
  "cash",
];
/** Pairs of which the sentence says raised or lowered. */
const pairs = [
  ["from", "to"],
  ["before", "allowance"],
] as const;
/** Events whose `from` and `to` are no amounts. */
const notMoney = new Set(["vehicle.swapped", "finance.methodChosen", "finance.termChosen", "finance.contractRateSet"]);

function causeValues({ by, cause }: DealChange, t: Say, reader: ChangeReader): Record<string, string> {
  const isYou = isReader(by, reader.you);
  const values: Record<string, string> = {
    you: isYou ? "yes" : "no",
    who: isYou && reader.locale === "en" ? "You" : subject(by, t, reader),
  };
  for (const [name, value] of Object.entries(cause.params)) {
    const isMoney = typeof value === "number" && moneyParams.includes(name) && !notMoney.has(cause.type);
    values[name] = isMoney ? formatMoney(value, reader.locale, { cents: "whenAny" }) : written(value, reader.locale);
  }
  if (cause.type.startsWith("taxes.")) Object.assign(values, taxValues({ by, cause }, reader.locale));
  return { ...values, ...derivedValues(cause, t, reader) };
}

/** What the reader calls whoever did something: themselves "you". */
export function whoDidIt(reader: ChangeReader): (by: DealChange["by"]) => string {
  const t = translator(changeMessages, reader.locale, reader.timeZone);
  const you = translator(changePartMessages, reader.locale)("you");
  return (by) => (isReader(by, reader.you) ? you : subject(by, t, reader));
}

/** A push does not carry ids: there the name and the role have to do. */
export function isReader(by: DealChange["by"], you: ChangeReader["you"]): boolean {
  if (you.kind !== by.kind) return false;
  if (you.kind === "customer") return sameSeat(by, you);
  return by.id === "" ? you.firstName === by.firstName && you.role === by.role : you.staffId === by.id;
}

/** The buyer at home and the buyer at a screen of the store's are one; a guest is known by their name. */
function sameSeat(by: DealChange["by"], you: Extract<ChangeReader["you"], { kind: "customer" }>): boolean {
  const seat = by.seat === "storeScreen" ? undefined : by.seat;
  return seat === you.seat && (seat === undefined || by.firstName === you.firstName);
}

function subject({ kind, firstName }: DealChange["by"], t: Say, { storeName }: ChangeReader): string {
  if (firstName) return firstName;
  if (kind === "customer") return t("subject.customer");
  return storeName || t("subject.store");
}

function written(value: string | number | boolean | null, locale: Locale): string {
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? formatNumber(value, locale) : (value ?? "");
}

/** Values that no parameter holds by itself. */
function derivedValues({ type, params }: DealChange["cause"], t: Say, reader: ChangeReader): Record<string, string> {
  const { locale, timeZone, productKinds } = reader;
  const values: Record<string, string> = { move: moveOf(params), hadFrom: params.from === null ? "no" : "yes" };
  if (type === "vehicle.incentiveClaimed") values.incentive = String(params.name ?? "");
  if (type === "trade.described") values.car = String(params.name ?? "");
  if (type === "trade.carRemoved") values.gone = String(params.name ?? "");
  // Named only once there are several; the words stand in the sentence, the blank comes with them.
  else if (type.startsWith("trade.")) values.which = params.car ? ` (${params.car})` : "";
  if (type === "fni.productAnswered" || type === "fni.priceExceptionSet")
    values.product = productName(productKinds[String(params.code)], locale);
  if (type === "delivery.slotBooked" && typeof params.startsAt === "string")
    values.time = formatDateTime(params.startsAt, locale, timeZone, "weekday");
  if ((type === "handover.timeBooked" || type.startsWith("drive.")) && typeof params.startsAt === "string")
    values.time = formatDateTime(params.startsAt, locale, timeZone, "weekday");
  const isDay = type === "titleWork.tagIssued" || type === "titleWork.payoffSent" || type === "returns.requested";
  if (isDay && typeof params.until === "string") values.until = formatDate(params.until, locale, timeZone);
  if (type === "wait.promised" && typeof params.until === "string")
    values.time = formatDateTime(params.until, locale, timeZone);
  if (type === "showroom.timeSpent") Object.assign(values, { minutes: params.minutes });
  if (type === "promise.kept" && typeof params.until === "string")
    values.until = formatDate(params.until, locale, timeZone);
  // A day of a promise has no hour and no zone; the end of a hold has both.
  if ((type === "tender.promised" || type === "tender.promiseDropped") && typeof params.until === "string")
    values.until = formatDate(params.until, locale, "UTC");
  if (type === "deposit.holdExtended" && typeof params.until === "string")
    values.until = formatDateTime(params.until, locale, timeZone, "weekday");
  if (type === "delivery.addressGiven" && params.fee === 0) values.fee = t("free");
  if (type.startsWith("stage.") && params.stage) values.stage = t(`stage.${params.stage as StageName}`);
  if (type === "finance.contractRateSet") {
    values.back = params.to === null ? "yes" : "no";
    if (typeof params.to === "number") values.to = formatPercent(params.to, locale);
  }
  if (type === "finance.docFeeWaived") values.nothing = params.to === 0 ? "yes" : "no";
  if (type === "pencil.countered") Object.assign(values, counterParts(params));
  if (type.startsWith("approval.")) Object.assign(values, askWords(params, t, locale));
  return values;
}

/** Which of a counter's parts were said; a note alone when neither figure was. */
function counterParts({ target, cash, note }: DealChange["cause"]["params"]): Record<string, string> {
  const said = (value: unknown) => (value === null || value === undefined ? "no" : "yes");
  const [hasTarget, hasCash] = [said(target), said(cash)];
  const hasBoth = hasTarget === "yes" && hasCash === "yes" ? "yes" : "no";
  return { hasTarget, hasCash, hasBoth, hasNote: hasTarget === "no" && hasCash === "no" ? said(note) : "no" };
}

function askWords(params: DealChange["cause"]["params"], t: Say, locale: Locale): Record<string, string> {
  const kind = approvalKinds.find((known) => known === params.kind) ?? "pencil";
  const figure = typeof params.granted === "number" ? params.granted : params.asked;
  const words = typeof figure === "number" ? approvalFigure(kind, figure, locale) : "";
  const countered = kind !== "pencil" && params.granted !== null && params.granted !== params.asked ? "yes" : "no";
  return { what: t(`ask.${kind}`, { figure: words }), countered };
}

function moveOf(params: DealChange["cause"]["params"]): string {
  for (const [from, to] of pairs) {
    const [was, is] = [params[from], params[to]];
    if (typeof was === "number" && typeof is === "number" && was !== is) return is > was ? "raised" : "lowered";
  }
  return "set";
}
