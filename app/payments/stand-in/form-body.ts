/** A value of a form-encoded body: Stripe nests by brackets, `line_items[0][price_data][currency]=usd`. */
export type FormValue = string | FormTree | FormValue[];
export interface FormTree {
  [name: string]: FormValue;
}

/** Reads `a[b][0][c]=v` into a tree; numbered keys become lists. */
export function parseFormBody(text: string): FormTree {
  const root: FormTree = {};
  for (const [path, value] of new URLSearchParams(text)) {
    const [head = "", ...rest] = path.split("[").map((part) => part.replace(/\]$/, ""));
    put(root, [head, ...rest], value);
  }
  return listsOf(root) as FormTree;
}

function put(tree: FormTree, [name = "", ...rest]: string[], value: string): void {
  if (rest.length === 0) {
    tree[name] = value;
    return;
  }
  const child = tree[name];
  const branch: FormTree = typeof child === "object" && !Array.isArray(child) ? child : {};
  tree[name] = branch;
  put(branch, rest, value);
}

function listsOf(value: FormValue): FormValue {
  if (typeof value === "string" || Array.isArray(value)) return value;
  const entries = Object.entries(value).map(([name, child]) => [name, listsOf(child)] as const);
  const isList = entries.length > 0 && entries.every(([name]) => /^\d*$/.test(name));
  return isList ? entries.map(([, child]) => child) : Object.fromEntries(entries);
}

/** Every parameter as a path without list numbers: `line_items[price_data][currency]`. */
export function parameterPaths(value: FormValue, prefix = ""): string[] {
  if (typeof value === "string") return [prefix];
  if (Array.isArray(value)) return value.flatMap((child) => parameterPaths(child, prefix));
  return Object.entries(value).flatMap(([name, child]) => parameterPaths(child, prefix ? `${prefix}[${name}]` : name));
}

export const textAt = (tree: FormTree, ...path: (string | number)[]): string | undefined => {
  let value: FormValue | undefined = tree;
  for (const step of path) {
    if (value === undefined || typeof value === "string") return undefined;
    value = Array.isArray(value) ? value[Number(step)] : value[step];
  }
  return typeof value === "string" ? value : undefined;
};

export const recordAt = (tree: FormTree, ...path: string[]): Record<string, string> => {
  let value: FormValue | undefined = tree;
  for (const step of path) value = typeof value === "object" && !Array.isArray(value) ? value[step] : undefined;
  if (typeof value !== "object" || Array.isArray(value)) return {};
  return Object.fromEntries(
    Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === "string"),
  );
};
