import type { FeedFile } from "./feed-files";
import { dollars, plainText, sift, type FeedStore, type FeedVehicle } from "./feed-vehicle";

const escapes: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
/** For the text and the attributes of XML and HTML alike; what neither may hold at all is left out. */
export const escaped = (text: string) =>
  text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "")
    .replace(/[&<>"']/g, (character) => escapes[character] ?? "");

const NEWEST = 50;

function mediaOf({ widePicture, pictures: [first] }: FeedVehicle): string[] {
  if (widePicture !== null)
    return [
      `<media:content url="${escaped(widePicture)}" medium="image" type="image/jpeg" width="1200" height="630"/>`,
    ];
  return first === undefined ? [] : [`<media:content url="${escaped(first)}" medium="image"/>`];
}

/** RSS with a picture each, for whoever posts new cars to social networks. */
export function socialFeed(vehicles: readonly FeedVehicle[], store: FeedStore): FeedFile {
  const { rows, included, leftOut } = sift("social", vehicles);
  const items = rows
    .toSorted((a, b) => (a.inStockSince < b.inStockSince ? 1 : -1))
    .slice(0, NEWEST)
    .map((vehicle) =>
      [
        "<item>",
        `<title>${escaped(plainText(vehicle.title, 150))}</title>`,
        `<link>${escaped(vehicle.url)}</link>`,
        `<guid isPermaLink="false">${escaped(vehicle.stockNumber)}</guid>`,
        `<pubDate>${new Date(vehicle.inStockSince).toUTCString()}</pubDate>`,
        `<description>${escaped(plainText(vehicle.socialText || vehicle.description, 280))}</description>`,
        ...mediaOf(vehicle),
        "</item>",
      ].join(""),
    );
  const body = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<rss version="2.0" xmlns:media="http://search.yahoo.com/mrss/">',
    "<channel>",
    `<title>${escaped(store.name)}</title>`,
    `<link>${escaped(store.url)}</link>`,
    `<description>${escaped(store.priceBasis)}</description>`,
    ...items,
    "</channel>",
    "</rss>",
    "",
  ].join("\n");
  return { contentType: "application/rss+xml; charset=utf-8", fileName: "new-stock.xml", included, leftOut, body };
}

const WIDTH = 600;

/** One vehicle for a letter: a table, a picture and a button; no price without what it leaves out. */
function emailBlock(vehicle: FeedVehicle, { priceBasis, name }: FeedStore): string {
  const picture = vehicle.pictures[0];
  const cell = "padding:12px 20px;font-family:Arial,Helvetica,sans-serif;color:#1d2329";
  return [
    `<table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" style="border-collapse:collapse" data-stock="${escaped(vehicle.stockNumber)}">`,
    picture
      ? `<tr><td><img src="${escaped(picture)}" width="${WIDTH}" alt="${escaped(vehicle.title)}" style="display:block;width:100%;height:auto"/></td></tr>`
      : "",
    `<tr><td style="${cell};font-size:20px;font-weight:bold">${escaped(vehicle.emailSubject || vehicle.title)}</td></tr>`,
    `<tr><td style="${cell};font-size:15px;line-height:22px">${escaped(plainText(vehicle.emailText || vehicle.description, 500))}</td></tr>`,
    `<tr><td style="${cell};font-size:18px">$${dollars(vehicle.price)}<br/><span style="font-size:12px;color:#5b6670">${escaped(priceBasis)}</span></td></tr>`,
    `<tr><td style="${cell}"><a href="${escaped(vehicle.url)}" style="background:#0d6f7c;color:#ffffff;padding:12px 20px;text-decoration:none">${escaped(name)}</a></td></tr>`,
    "</table>",
  ].join("");
}

/** Blocks of every vehicle for sale, for the store's letters. */
export function emailFeed(vehicles: readonly FeedVehicle[], store: FeedStore): FeedFile {
  const { rows, included, leftOut } = sift("email", vehicles);
  const body = `<!doctype html><html lang="en"><head><meta charset="utf-8"/><title>${escaped(store.name)}</title></head><body>${rows
    .map((vehicle) => emailBlock(vehicle, store))
    .join("\n")}</body></html>\n`;
  return { contentType: "text/html; charset=utf-8", fileName: "e-mail-blocks.html", included, leftOut, body };
}
