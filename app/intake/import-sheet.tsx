import { Form, useNavigation } from "@remix-run/react";
import { Upload } from "lucide-react";
import { Button } from "#app/ui/button";
import { controlClass, FieldFrame } from "#app/ui/field-frame";
import { useMessages } from "#app/ui/messages";
import { Sheet, SheetHead } from "#app/ui/sheet";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { intakeMessages } from "./intake-messages";
import type { IntakeAnswer } from "./submit-intake.server";

/** A file of vehicles: all rows or none, and each wrong one by its line. */
export function ImportSheet({ result }: { result: Extract<IntakeAnswer, { kind: "import" }>["result"] | null }) {
  const t = useMessages(intakeMessages);
  const busy = useNavigation().state !== "idle";
  return (
    <Sheet>
      <SheetHead title={t("import")} />
      <p className="mt-2 text-13 text-ink-2">{t("importLead")}</p>
      <Form method="post" encType="multipart/form-data" className="mt-3 flex flex-wrap items-end gap-2">
        <input type="hidden" name="act" value="import" />
        <FieldFrame label={t("file")} className="min-w-48 flex-1">
          {(attributes) => (
            <input
              {...attributes}
              type="file"
              name="file"
              accept=".csv,text/csv"
              required
              className={`${controlClass()} h-auto! py-2!`}
            />
          )}
        </FieldFrame>
        <Button type="submit" busy={busy}>
          <Upload aria-hidden strokeWidth={1.75} />
          {t("importNow")}
        </Button>
      </Form>
      <div role="status" className="mt-3">
        {result?.ok ? <p className="text-pos">{t("taken", { count: result.taken })}</p> : null}
        {result && !result.ok ? (
          <>
            <p className="text-neg">{t("notTaken")}</p>
            <Table
              caption={t("problem")}
              head={
                <>
                  <HeadCell number>{t("line")}</HeadCell>
                  <HeadCell>{t("problem")}</HeadCell>
                </>
              }
            >
              {result.problems.map(({ line, reason, about }) => (
                <TableRow key={`${line}${reason}`} tone="fails">
                  <Cell number>{line}</Cell>
                  <Cell>{t(`problems.${reason}`, { about })}</Cell>
                </TableRow>
              ))}
            </Table>
          </>
        ) : null}
      </div>
    </Sheet>
  );
}
