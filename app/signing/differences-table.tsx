import { cx } from "#app/ui/class-names";
import { Chip } from "#app/ui/chip";
import { useMessages } from "#app/ui/messages";
import { useFormat } from "#app/ui/use-format";
import type { ContractCompared, ContractRow, ContractRowCode } from "#machines/jacket/contract-differences";
import { signingMessages } from "./signing-messages";

/** The accepted proposal, the price promise and the contract side by side; on a phone one line above the other. */
export function DifferencesTable({ compared }: { compared: ContractCompared }) {
  const t = useMessages(signingMessages);
  const hasPencil = compared.pencil !== null;
  const hasPromise = compared.promise !== null;
  return (
    <div className="flex flex-col gap-4">
      <table className="w-full border-collapse text-left">
        <thead className="max-sm:sr-only">
          <tr className="border-b border-line text-12 text-ink-3">
            <th scope="col" className="py-2 font-medium" />
            {hasPencil ? (
              <th scope="col" className="py-2 pr-2 pl-3 text-right font-medium">
                {t("differences.agreed")}
                <span className="block">{t("differences.agreedNumber", { number: String(compared.pencil) })}</span>
              </th>
            ) : null}
            {hasPromise ? (
              <th scope="col" className="py-2 pr-2 pl-3 text-right font-medium">
                {t("differences.promised")}
                <span className="block">{compared.promise}</span>
              </th>
            ) : null}
            <th scope="col" className="py-2 pr-2 pl-3 text-right font-medium">
              {t("differences.contract")}
            </th>
          </tr>
        </thead>
        <tbody>
          {compared.rows.map((row) => (
            <DifferenceRow key={row.code} row={row} hasPencil={hasPencil} hasPromise={hasPromise} />
          ))}
        </tbody>
      </table>
      {compared.promiseLines.length > 0 && compared.promise !== null ? (
        <div className="rounded-block bg-warn-ground px-3.5 py-3 text-warn">
          <p className="font-medium">{t("differences.dearer", { number: compared.promise })}</p>
          <ul className="mt-1 flex flex-col gap-1">
            {compared.promiseLines.map(({ code, label, before, now }) => (
              <PromiseLine key={code} code={code} label={label} before={before} now={now} />
            ))}
          </ul>
        </div>
      ) : null}
    </div>
  );
}

function PromiseLine({ code, label, before, now }: { code: string; label: string; before: number; now: number }) {
  const format = useFormat();
  const shown = (value: number) => (code === "contractRate" ? format.percent(value) : format.money(value));
  return (
    <li className="flex justify-between gap-4">
      <span>{label}</span>
      <span className="figures">
        {shown(before)} → {shown(now)}
      </span>
    </li>
  );
}

function useShown(): (code: ContractRowCode, value: number | null) => string {
  const t = useMessages(signingMessages);
  const format = useFormat();
  return (code, value) => {
    if (value === null) return t("differences.nothing");
    if (code === "months") return format.number(value);
    return code === "apr" ? `${format.number(value / 100, 2)} %` : format.money(value);
  };
}

function DifferenceRow({ row, hasPencil, hasPromise }: { row: ContractRow; hasPencil: boolean; hasPromise: boolean }) {
  const t = useMessages(signingMessages);
  const shown = useShown();
  const cell =
    "py-2.5 pl-3 text-right whitespace-nowrap figures max-sm:flex max-sm:justify-between max-sm:py-0.5 max-sm:text-left";
  const quiet = (value: number | null) => (value === null ? "text-ink-3" : "");
  return (
    <tr
      className={cx("border-b border-line max-sm:flex max-sm:flex-col max-sm:py-2.5", row.differs && "bg-warn-ground")}
    >
      <th scope="row" className="py-2.5 pl-2 font-normal max-sm:py-0 max-sm:font-medium">
        <span className="flex flex-wrap items-center gap-2">
          {t(`differences.rows.${row.code}`)}
          {row.differs ? <Chip kind="warning">{t("differences.changed")}</Chip> : null}
        </span>
      </th>
      {hasPencil ? (
        <td className={cx(cell, quiet(row.agreed), "max-sm:pl-2")}>
          <span className="text-13 text-ink-3 sm:hidden">{t("differences.agreed")}</span>
          {shown(row.code, row.agreed)}
        </td>
      ) : null}
      {hasPromise ? (
        <td className={cx(cell, quiet(row.promised), "max-sm:pl-2")}>
          <span className="text-13 text-ink-3 sm:hidden">{t("differences.promised")}</span>
          {shown(row.code, row.promised)}
        </td>
      ) : null}
      <td className={cx(cell, "pr-2 font-semibold max-sm:pl-2")}>
        <span className="text-13 font-normal text-ink-3 sm:hidden">{t("differences.contract")}</span>
        {shown(row.code, row.contract)}
      </td>
    </tr>
  );
}
