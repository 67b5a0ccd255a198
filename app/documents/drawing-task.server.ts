import { assertNever } from "#machines/assert";
import { type Execution, executeDocument } from "./execute-document.server";
import { fillOverlay, type OverlayFilling } from "./fill-overlay.server";
import { type CertificateContent, drawSealedCertificate } from "./forms/certificate.server";
import { type DrawnForm, drawForm, type DrawnKind } from "./forms/drawn-forms.server";
import type { FormInput } from "./forms/form-input";
import { type JacketParts, mergeJacket } from "./jacket-file.server";
import type { SigningKey } from "./seal-pdf.server";

/** Work that would keep the server from everybody else: it is handed to a worker whole, as plain data. */
export type DrawingTask =
  | { kind: "form"; form: DrawnKind; input: FormInput }
  | { kind: "jacket"; jacket: JacketParts }
  | { kind: "overlay"; filling: OverlayFilling }
  | { kind: "execute"; execution: Execution }
  | { kind: "certificate"; content: CertificateContent; key: SigningKey };

export interface DrawingResults {
  form: DrawnForm;
  jacket: { bytes: Uint8Array; pages: number };
  overlay: { bytes: Uint8Array; pages: number };
  execute: { bytes: Uint8Array };
  certificate: { bytes: Uint8Array };
}

type AnyResult = DrawingResults[DrawingTask["kind"]];

/** Does one piece of drawing where it is called: in the worker, and in development and tests in the process itself. */
export async function doDrawing(task: DrawingTask): Promise<AnyResult> {
  switch (task.kind) {
    case "form":
      return drawForm(task.form, task.input);
    case "jacket":
      return mergeJacket(task.jacket);
    case "overlay":
      return fillOverlay(task.filling);
    case "execute":
      return { bytes: await executeDocument(task.execution) };
    case "certificate":
      return { bytes: await drawSealedCertificate(task.content, task.key) };
    default:
      return assertNever(task);
  }
}
