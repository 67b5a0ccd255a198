import { useState } from "react";
import { damageMessages } from "#app/deal-card/trade/damage-messages";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { SegmentedControl } from "#app/ui/segmented-control";
import { SelectField } from "#app/ui/text-field";
import {
  type DamageKind,
  damageKinds,
  type DamagePlace,
  damagePlaces,
  type DamageSize,
  damageSizes,
} from "#machines/stages/trade-damage";

export interface DamageStatement {
  place: DamagePlace;
  kind: DamageKind;
  size: DamageSize;
}

interface DamageFormProps {
  place: DamagePlace;
  was?: DamageStatement | undefined;
  busy?: boolean;
  onPlace: (place: DamagePlace) => void;
  onSave: (damage: DamageStatement) => void;
  onCancel: () => void;
}

/** One mark: the place as the drawing was touched, what it is, and how large. It also stands inside other forms. */
export function DamageForm({ place, was, busy = false, onPlace, onSave, onCancel }: DamageFormProps) {
  const t = useMessages(damageMessages);
  const [kind, setKind] = useState<DamageKind>(was?.kind ?? "scratch");
  const [size, setSize] = useState<DamageSize>(was?.size ?? "coin");
  return (
    <div
      role="group"
      aria-label={t("title")}
      className="flex flex-col gap-3 rounded-block bg-ground p-3 max-sm:bg-sunken"
    >
      <SelectField
        label={t("place")}
        value={place}
        onChange={(event) => onPlace(event.currentTarget.value as DamagePlace)}
        options={damagePlaces.map((value) => ({ value, label: t(`places.${value}`) }))}
      />
      <div>
        <p className="mb-1 text-12 font-medium text-ink-2">{t("kindLabel")}</p>
        <div className="grid grid-cols-3 gap-1.5">
          {damageKinds.map((value) => (
            <Button
              key={value}
              kind={value === kind ? "outline" : "quiet"}
              aria-pressed={value === kind}
              className={value === kind ? "border-accent-600! bg-accent-50! text-accent-700!" : "bg-surface"}
              onClick={() => setKind(value)}
            >
              {t(`kind.${value}`)}
            </Button>
          ))}
        </div>
      </div>
      <div>
        <p className="mb-1 text-12 font-medium text-ink-2">{t("sizeLabel")}</p>
        <SegmentedControl
          label={t("sizeLabel")}
          name="damage-size"
          size="medium"
          value={size}
          onChange={(value: DamageSize) => setSize(value)}
          segments={damageSizes.map((value) => ({ value, label: t(`size.${value}`) }))}
        />
      </div>
      <div className="flex gap-2">
        <Button busy={busy} onClick={() => onSave({ place, kind, size })}>
          {was ? t("correct") : t("save")}
        </Button>
        <Button kind="quiet" onClick={onCancel}>
          {t("cancel")}
        </Button>
      </div>
    </div>
  );
}
