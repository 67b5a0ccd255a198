/** Which cars the figures are about; an empty word is all of them. */
export interface CarChoice {
  body: string;
  age: "" | "recent" | "older";
}

export function readCarChoice(params: URLSearchParams): CarChoice {
  const age = params.get("age");
  return { body: (params.get("body") ?? "").slice(0, 20), age: age === "recent" || age === "older" ? age : "" };
}
