import type { DealEdit } from "#machines/deal/deal-events";
import { permissionFor } from "#machines/deal/deal-permissions";
import type { StageName } from "#machines/stages/stage";
import type { Role } from "#machines/store/actor";

/** Ids of the forms and places that the one primary button of the screen may reach from outside. */
export const cardPlaces = {
  tradeCar: "trade-car",
  tradeOwnership: "trade-ownership",
  tradeCounter: "trade-counter",
  tradeOffer: "trade-offer",
  pencil: "pencil-agreement",
  pencilSheet: "pencil",
  deposit: "deposit-payment",
  deliveryMethod: "delivery-method",
  deliveryAddress: "delivery-address",
  deliverySlot: "delivery-slot",
  product: (code: string) => `product-${code}`,
} as const;

/** How the button does it: sends an edit, submits a form on the panel, leads somewhere, or opens something. */
export type Act =
  | { edit: DealEdit }
  | { form: string }
  | { place: string }
  | { stage: StageName }
  | { car: number }
  | { link: "history" | "finalize" }
  | { open: "share" | "details" | "swap" };

export interface NextAction {
  code:
    | "chooseVehicle"
    | "confirmVehicle"
    | "describeTrade"
    | "sayOwnership"
    | "valueTrade"
    | "acceptOffer"
    | "makeOffer"
    | "submitTrade"
    | "otherCar"
    | "agreeTerms"
    | "agreePencil"
    | "answerProduct"
    | "payDeposit"
    | "acceptDepositTerms"
    | "finishDeposit"
    | "chooseDelivery"
    | "giveAddress"
    | "bookSlot"
    | "confirmStage"
    | "goOn"
    | "meanwhile"
    | "sendLink"
    | "identify"
    | "wait"
    | "finalize"
    | "sign"
    | "handOver"
    | "revive"
    | "done";
  act: Act;
  /** Which stage it speaks of. */
  stage: StageName;
}

export interface ActionReader {
  role: Role;
  /** Staff whose plum is drawn: the forms of the tray are there to be submitted. */
  seesPlum: boolean;
  /** Which of the cars that come in is on the screen; the first where nothing is said. */
  car?: number;
}

/** May this reader's role say it at all? */
export const mayDo = ({ role }: ActionReader, type: DealEdit["type"]) => permissionFor(type).by.includes(role);
