import { Form, useNavigation } from "@remix-run/react";
import { X } from "lucide-react";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Cell, HeadCell, Table, TableRow } from "#app/ui/table";
import { TextField } from "#app/ui/text-field";
import { useFormat } from "#app/ui/use-format";
import { ActRefusal } from "./act-refusal";
import { storeTaxMessages } from "./store-tax-messages";
import type { PlaceDetail, TaxActAnswer } from "./store-taxes";

interface LocalRatesFormProps {
  detail: PlaceDetail;
  answer: TaxActAnswer | null;
}

/** The local part of a place's tax by postcode, dated; a row is added or ended, never overwritten. */
export function LocalRatesForm({ detail, answer }: LocalRatesFormProps) {
  const t = useMessages(storeTaxMessages);
  return (
    <section className="border-t border-line pt-4">
      <h3 className="text-16">{t("local.title")}</h3>
      <p className="mb-2 text-13 text-ink-3">{t("local.lead")}</p>
      {detail.localRates.length === 0 ? (
        <p className="text-13 text-warn">{t("local.empty")}</p>
      ) : (
        <RatesTable detail={detail} />
      )}
      <AddRate detail={detail} answer={answer} />
    </section>
  );
}

function RatesTable({ detail }: Pick<LocalRatesFormProps, "detail">) {
  const t = useMessages(storeTaxMessages);
  const format = useFormat();
  return (
    <Table
      caption={t("local.caption")}
      className="rounded-block border border-line"
      head={
        <>
          <HeadCell className="px-3!">{t("local.prefix")}</HeadCell>
          <HeadCell number className="px-3!">
            {t("local.rate")}
          </HeadCell>
          <HeadCell className="px-3!">{t("local.from")}</HeadCell>
          <HeadCell className="w-10 px-1!">
            <span className="sr-only">{t("local.remove")}</span>
          </HeadCell>
        </>
      }
    >
      {detail.localRates.map(({ id, postcodePrefix, ratePpm, validFrom, source, staffName }) => (
        <TableRow key={id}>
          <Cell head className="px-3! font-medium! tabular-nums">
            {postcodePrefix}
          </Cell>
          <Cell number className="px-3!">
            {format.percent(ratePpm)}
          </Cell>
          <Cell className="px-3!">
            {format.date(validFrom, "long")}
            <span className="block text-12 text-ink-3">
              {source}, {staffName}
            </span>
          </Cell>
          <Cell className="px-1!">
            <Form method="post" preventScrollReset>
              <input type="hidden" name="act" value="removeRate" />
              <input type="hidden" name="id" value={id} />
              <Button
                type="submit"
                kind="quiet"
                size="small"
                icon
                aria-label={t("local.removeLabel", { prefix: postcodePrefix, date: format.date(validFrom, "long") })}
              >
                <X aria-hidden strokeWidth={1.75} />
              </Button>
            </Form>
          </Cell>
        </TableRow>
      ))}
    </Table>
  );
}

function AddRate({ detail, answer }: LocalRatesFormProps) {
  const t = useMessages(storeTaxMessages);
  const { state, formData } = useNavigation();
  const problems = answer?.act === "addRate" ? answer.problems : [];
  const errorOf = (field: "prefix" | "rate" | "validFrom" | "source") =>
    problems.includes(field) ? t(`problem.${field}`) : undefined;
  return (
    <Form
      method="post"
      preventScrollReset
      // A row that was taken leaves empty fields for the next one.
      key={detail.localRates.length}
      className="mt-3 grid grid-cols-2 gap-3"
    >
      <input type="hidden" name="act" value="addRate" />
      <input type="hidden" name="place" value={detail.id} />
      <TextField name="prefix" label={t("local.prefix")} error={errorOf("prefix")} maxLength={12} autoComplete="off" />
      <TextField name="rate" label={t("local.rate")} error={errorOf("rate")} inputMode="decimal" after="%" />
      <TextField name="validFrom" label={t("local.from")} error={errorOf("validFrom")} type="date" />
      <TextField name="source" label={t("local.source")} error={errorOf("source")} maxLength={80} />
      <div className="col-span-full flex flex-col gap-2">
        <ActRefusal answer={answer} act="addRate" />
        <Button type="submit" className="self-start" busy={state !== "idle" && formData?.get("act") === "addRate"}>
          {t("local.add")}
        </Button>
      </div>
    </Form>
  );
}
