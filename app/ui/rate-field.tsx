import { type Codec, LiveInput, type LiveFieldProps } from "#app/ui/live-field";
import { useMessages } from "#app/ui/messages";
import { uiMessages } from "#app/ui/ui-messages";
import { useFormat } from "#app/ui/use-format";
import { ppmFromPercent } from "#machines/money/rate";

/** A yearly rate in millionths: shows `5.49 %`, takes what a person types, up to four decimals. */
export function RateField(props: LiveFieldProps<number>) {
  const t = useMessages(uiMessages);
  const format = useFormat();
  const codec: Codec<number> = {
    format: (rate) => format.percent(rate),
    parse: (text) => {
      const typed = text.replace(",", ".").replaceAll(/[%\s\u00a0\u202f]/g, "");
      return /^\d{1,2}(\.\d{1,4})?$/.test(typed) ? ppmFromPercent(typed) : null;
    },
    inputMode: "decimal",
    notAValue: t("notANumber"),
  };
  return <LiveInput {...props} codec={codec} />;
}
