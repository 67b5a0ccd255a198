import { Form, Link } from "@remix-run/react";
import { ArrowRight, ChevronRight, Info } from "lucide-react";
import type { ReactNode } from "react";
import { Avatar } from "#app/ui/avatar";
import { ButtonLink } from "#app/ui/button";
import { Chip } from "#app/ui/chip";
import { EmptyState } from "#app/ui/empty-state";
import { useMessages } from "#app/ui/messages";
import { Sheet } from "#app/ui/sheet";
import { AccountPage } from "./account-page";
import type { DemoShopper, DemoStaff, DemoStore } from "./demo-person";
import { FormNotice } from "./form-notice";
import { accountMessages } from "./messages";

interface DemoPageProps {
  stores: DemoStore[];
  redirectTo: string;
  /** The member of staff this browser is at the moment. */
  you: string | null;
  /** The person chosen a moment ago does not exist any more. */
  gone: boolean;
}

/** Come in as a shopper of your own, a customer in the middle of a deal, or anyone who works there. */
export function DemoPage({ stores, redirectTo, you, gone }: DemoPageProps) {
  const t = useMessages(accountMessages);
  const [first, second] = stores;
  return (
    <AccountPage store={first && !second ? first.name : null} className="max-w-240 pt-10 max-sm:pt-6">
      <header className="flex flex-col gap-1.5">
        <h1 className="text-28">{t("demo.title")}</h1>
        <p className="max-w-160 text-16 text-balance text-ink-2">{t("demo.lead")}</p>
      </header>
      <div className="mt-4 flex flex-col gap-2">
        <FormNotice>{gone ? t("demo.gone") : null}</FormNotice>
        <p className="flex items-start gap-2 text-13 text-ink-3">
          <Info aria-hidden className="mt-px size-4 shrink-0" strokeWidth={1.75} />
          <span>
            {you ? `${t("demo.you", { name: you })} ` : ""}
            {t("demo.two")}
          </span>
        </p>
      </div>
      {stores.length === 0 ? <EmptyState>{t("demo.empty")}</EmptyState> : null}
      <div className="mt-6 grid items-start gap-4 lg:grid-cols-2">
        <div className="flex flex-col gap-4">
          <OwnShopping />
          <Customers shoppers={stores.flatMap((store) => store.shoppers)} />
        </div>
        <div className="flex flex-col gap-4">
          {stores.map((store) => (
            <PersonList key={store.name} title={t("demo.staff", { store: store.name })}>
              {store.staff.map((person) => (
                <StaffRow key={person.id} person={person} redirectTo={redirectTo} />
              ))}
            </PersonList>
          ))}
        </div>
      </div>
      <p className="mt-6 text-13">
        <Link to="/dev/outbox" className="link">
          {t("demo.outbox")}
        </Link>
      </p>
    </AccountPage>
  );
}

function OwnShopping() {
  const t = useMessages(accountMessages);
  return (
    <Sheet className="flex items-center justify-between gap-4 max-sm:flex-col max-sm:items-stretch">
      <div>
        <h2 className="text-16">{t("demo.shop")}</h2>
        <p className="text-pretty text-ink-2">{t("demo.shopLead")}</p>
      </div>
      <ButtonLink kind="primary" to="/">
        {t("demo.shopGo")}
        <ArrowRight aria-hidden strokeWidth={1.75} />
      </ButtonLink>
    </Sheet>
  );
}

function Customers({ shoppers }: { shoppers: DemoShopper[] }) {
  const t = useMessages(accountMessages);
  if (shoppers.length === 0) return null;
  return (
    <PersonList title={t("demo.customers")}>
      {shoppers.map((shopper) => {
        const who = shopper.name ?? t("demo.customerOf", { number: shopper.dealNumber });
        const car = shopper.vehicle ?? t("demo.noVehicle");
        return (
          <PersonRow key={shopper.id} field="shopperId" id={shopper.id} name={who}>
            <span className="block text-13 text-ink-3">{shopper.name ? `${shopper.dealNumber}, ${car}` : car}</span>
          </PersonRow>
        );
      })}
    </PersonList>
  );
}

function StaffRow({ person, redirectTo }: { person: DemoStaff; redirectTo: string }) {
  const t = useMessages(accountMessages);
  const badge = person.seesCost ? <Chip kind="neutral">{t("demo.seesCost")}</Chip> : null;
  return (
    <PersonRow field="staffId" id={person.id} name={person.name} redirectTo={redirectTo} badge={badge}>
      <span className="block text-13 text-pretty text-ink-3">
        <span className="text-ink-2">{t(`roles.${person.role}`)}.</span> {t(`roleDoes.${person.role}`)}
      </span>
    </PersonRow>
  );
}

function PersonList({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Sheet padding="none" className="overflow-hidden">
      <h2 className="border-b border-line px-6 py-4 text-16 max-sm:px-4">{title}</h2>
      <ul className="divide-y divide-line">{children}</ul>
    </Sheet>
  );
}

interface PersonRowProps {
  field: "staffId" | "shopperId";
  id: string;
  name: string;
  redirectTo?: string;
  badge?: ReactNode;
  children: ReactNode;
}

/** The whole row is the button. A form each, so that it works without JavaScript. */
function PersonRow({ field, id, name, redirectTo, badge, children }: PersonRowProps) {
  const t = useMessages(accountMessages);
  return (
    <li>
      <Form method="post">
        {redirectTo ? <input type="hidden" name="redirectTo" value={redirectTo} /> : null}
        <button
          type="submit"
          name={field}
          value={id}
          aria-label={t("demo.comeInAs", { name })}
          className="flex min-h-14 w-full items-center gap-3 px-6 py-2.5 text-left transition-colors duration-140 hover:bg-ground focus-visible:-outline-offset-2 max-sm:px-4"
        >
          <Avatar name={name} size={36} />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-x-2 font-medium">
              {name}
              {badge}
            </span>
            {children}
          </span>
          <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-3" strokeWidth={1.75} />
        </button>
      </Form>
    </li>
  );
}
