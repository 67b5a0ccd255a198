type Version = [number, number, number];

function parse(text: string): Version {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map((part) => Number.parseInt(part, 10) || 0);
  return [major, minor, patch];
}

function compare(one: Version, other: Version): number {
  return one[0] - other[0] || one[1] - other[1] || one[2] - other[2];
}

function satisfiesComparator(version: Version, comparator: string): boolean {
  const [, operator = "", text = ""] = /^(\^|~|>=|<=|>|<|=)?v?(.*)$/.exec(comparator) ?? [];
  if (text === "*" || text === "x" || text === "") return true;
  const bound = parse(text);
  const order = compare(version, bound);
  if (operator === ">=") return order >= 0;
  if (operator === ">") return order > 0;
  if (operator === "<=") return order <= 0;
  if (operator === "<") return order < 0;
  const sameMajor = version[0] === bound[0];
  if (operator === "^") return sameMajor && order >= 0;
  if (operator === "~") return sameMajor && version[1] === bound[1] && order >= 0;
  const named = text.split(".").filter((part) => part !== "x" && part !== "*").length;
  return version.slice(0, named).every((part, place) => part === bound[place]);
}

/** Is a version of Node in a package's "engines" range? As much of the range language as those ranges use. */
export function satisfiesRange(version: string, range: string): boolean {
  const parsed = parse(version);
  return range.split("||").some((alternative) => {
    const comparators = alternative
      .trim()
      .replace(/(\^|~|>=|<=|>|<|=)\s+/g, "$1")
      .split(/\s+/);
    return comparators.every((comparator) => satisfiesComparator(parsed, comparator));
  });
}
