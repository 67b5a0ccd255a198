import type { MetaDescriptor } from "@remix-run/node";
import type { PageHead } from "./store-front";

/** Title, description and the one address. */
export const pageMeta = ({ title, description, url }: PageHead): MetaDescriptor[] => [
  { title },
  { name: "description", content: description },
  { tagName: "link", rel: "canonical", href: url },
];
