import { decode } from "turbo-stream";

/** What a page's loader gave, as the browser's own navigation fetches it: by route id. */
export async function loaderData(
  url: string,
  path: string,
  cookie: string,
): Promise<Record<string, { data?: unknown }>> {
  const answer = await fetch(`${url}${path}.data`, { headers: { Cookie: cookie } });
  if (!answer.ok || !answer.body) throw new Error(`${path}: ${answer.status}`);
  const { value, done } = await decode(answer.body);
  await done;
  return value as Record<string, { data?: unknown }>;
}
