import { type Line, openLine, snapshotIn } from "./live-line";

/** Somebody on the customer's side who is not the buyer at home: their cookie, and their line on the deal. */
export interface AtTable {
  whose: string;
  cookie: string;
  line: Line;
}

const cookieIn = (answer: Response) => (answer.headers.get("Set-Cookie") ?? "").split(";", 1)[0] ?? "";

/** A tablet of the store's, paired by a code that a member of staff starts; and a guest with every right a guest can have. */
export async function seatOthers(
  url: string,
  dealId: string,
  { customer, cookie, staffCookie }: { customer: Line; cookie: string; staffCookie: string },
): Promise<AtTable[]> {
  const post = (path: string, fields: Record<string, string>, as = "") =>
    fetch(`${url}${path}`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams(fields),
      headers: { Origin: url, ...(as && { Cookie: as }) },
    });
  const shown = (await (await post(`/deals/${dealId}/screens`, { act: "pair" }, staffCookie)).json()) as {
    code: string;
  };
  const tablet = cookieIn(await post("/pair", { code: shown.code }));

  await customer.edit(dealId, {
    type: "seat.inviteRequested",
    kind: "guest",
    relation: "advocate",
    scope: "edit",
    name: "Nadia",
  });
  const { card } = snapshotIn(await customer.join(dealId));
  const { seatId } = card.seats.list[0]!;
  const link = (await (await post(`/deals/${dealId}/seats`, { seatId }, cookie)).json()) as {
    url: string;
    code: string;
  };
  const guest = cookieIn(await post(new URL(link.url).pathname, { code: link.code }));

  const seated: AtTable[] = [];
  for (const [whose, theirs] of [
    ["tablet", tablet],
    ["guest", guest],
  ] as const) {
    const line = await openLine(url, { cookie: theirs });
    await line.join(dealId);
    seated.push({ whose, cookie: theirs, line });
  }
  return seated;
}
