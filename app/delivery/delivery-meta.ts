import type { DeliveryDeal } from "./delivery-deal";

/** The title of a deal's hand-over page; no engine indexes it. */
export const deliveryMeta = ({ data: page }: { data: unknown }) => {
  const { row, storeName } = (page ?? {}) as Partial<Pick<DeliveryDeal, "row" | "storeName">>;
  return [{ title: row ? `${row.dealNumber} · ${storeName}` : "" }, { name: "robots", content: "noindex" }];
};
