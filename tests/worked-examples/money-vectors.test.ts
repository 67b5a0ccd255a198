import { describe, expect, test } from "vitest";
import { checkVector, readVectorFile, vectorFileNames } from "./vector-files";

/**
 * Every worked example in the folder, published and computed by an independent program, against the
 * same functions that the worksheet is made of. MONEY_VECTORS points the runner at another folder.
 */
const names = vectorFileNames();

test("the folder holds worked examples", () => expect(names.length).toBeGreaterThan(0));

describe.each(names)("%s", (name) => {
  const { kind, vectors } = readVectorFile(name);
  test.each(vectors)("$id", (vector) => checkVector(kind, vector));
});
