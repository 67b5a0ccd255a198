import { Footprints } from "lucide-react";
import { type ReactElement, useState } from "react";
import { cardMessages } from "#app/deal-card/card-messages";
import { usePersonName, whoOf } from "#app/deal-card/card-people";
import { useDeal } from "#app/deal-card/use-deal";
import type { PresentPerson } from "#app/realtime/protocol";
import { Avatar } from "#app/ui/avatar";
import { Button } from "#app/ui/button";
import { useMessages } from "#app/ui/messages";
import { Popover } from "#app/ui/popover";
import { togetherMessages } from "./together-messages";
import { useFollow } from "./use-follow";

/** Who is here, on what and where; who leads whom; and whether one is seen oneself. */
export function PeoplePopover({ trigger }: { trigger: ReactElement }) {
  const { people, hidden, setHidden } = useDeal();
  const t = useMessages(togetherMessages);
  const [open, setOpen] = useState(false);
  const others = people.filter(({ you }) => !you);
  return (
    <Popover trigger={trigger} label={t("people.title")} open={open} onOpenChange={setOpen}>
      <h2 className="text-16">{t("people.title")}</h2>
      {others.length === 0 ? <p className="mt-1 text-ink-2">{t("people.alone")}</p> : null}
      <ul className="mt-2 flex flex-col gap-3">
        {others.map((person) => (
          <Person key={person.key} person={person} onDone={() => setOpen(false)} />
        ))}
      </ul>
      <label className="mt-3 flex min-h-11 cursor-pointer items-center gap-3 border-t border-line pt-3 font-medium">
        <input
          type="checkbox"
          checked={!hidden}
          onChange={(event) => setHidden(!event.currentTarget.checked)}
          className="size-4.5 shrink-0 accent-accent-600"
        />
        {t("people.hide")}
      </label>
      <p className="text-12 text-ink-3">{t(hidden ? "people.hiddenNote" : "people.seenNote")}</p>
    </Popover>
  );
}

function Person({ person, onDone }: { person: PresentPerson; onDone: () => void }) {
  const { hidden } = useDeal();
  const follow = useFollow();
  const t = useMessages(togetherMessages);
  const card = useMessages(cardMessages);
  const name = usePersonName()(person);
  const isFree = follow !== null && follow.leader === null && !follow.followers.includes(person.key) && !hidden;
  const ask = (lead: boolean) => {
    void follow?.invite(person.key, lead);
    onDone();
  };
  return (
    <li>
      <div className="flex items-center gap-3">
        <Avatar name={name} who={whoOf(person.role)} online={!person.idle} size={32} />
        <p className="min-w-0">
          <span className="block font-semibold">{name}</span>
          <span className="block text-12 text-ink-3">
            {t("people.where", {
              device: person.device,
              stage: person.stage ?? "none",
              stageName: person.stage ? card(`stage.${person.stage}`) : "",
              idle: person.idle ? "yes" : "no",
            })}
          </span>
        </p>
      </div>
      {isFree ? (
        <div className="mt-2 flex flex-wrap gap-2">
          <Button size="small" onClick={() => ask(true)}>
            <Footprints aria-hidden strokeWidth={1.75} />
            {t("follow.lead", { name })}
          </Button>
          <Button kind="word" size="small" onClick={() => ask(false)}>
            {t("follow.follow", { name })}
          </Button>
        </div>
      ) : null}
    </li>
  );
}
