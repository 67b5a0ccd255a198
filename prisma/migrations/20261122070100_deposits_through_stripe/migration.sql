-- The built-in provider keeps its own records now.
DROP TABLE "TestCheckout";

ALTER TABLE "DepositAttempt"
    ADD COLUMN "mode" TEXT NOT NULL DEFAULT 'capture',
    ADD COLUMN "stockNumber" TEXT,
    ADD COLUMN "intent" TEXT,
    ADD COLUMN "captureBefore" TIMESTAMPTZ(3),
    ADD COLUMN "holdUntil" TIMESTAMPTZ(3),
    ADD COLUMN "warnedAt" TIMESTAMPTZ(3),
    ADD COLUMN "returnReason" TEXT;

CREATE INDEX "DepositAttempt_intent_idx" ON "DepositAttempt"("intent");
CREATE INDEX "DepositAttempt_status_holdUntil_idx" ON "DepositAttempt"("status", "holdUntil");

-- Double entry: each movement is one debit and one credit of the same amount, written once and never changed.
CREATE TABLE "LedgerEntry" (
    "id" BIGSERIAL NOT NULL,
    "movement" TEXT NOT NULL,
    "side" TEXT NOT NULL CHECK ("side" IN ('debit', 'credit')),
    "account" TEXT NOT NULL,
    "amount" INTEGER NOT NULL CHECK ("amount" > 0),
    "kind" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "attemptId" TEXT,
    "reference" TEXT,
    "reason" TEXT,
    "by" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "LedgerEntry_movement_side_key" ON "LedgerEntry"("movement", "side");
CREATE INDEX "LedgerEntry_dealId_idx" ON "LedgerEntry"("dealId");
CREATE INDEX "LedgerEntry_at_idx" ON "LedgerEntry"("at");

CREATE FUNCTION "refuse_ledger_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a ledger entry is never changed: write another movement';
END $$;
CREATE TRIGGER "LedgerEntry_is_final" BEFORE UPDATE OR DELETE ON "LedgerEntry"
    FOR EACH ROW EXECUTE FUNCTION "refuse_ledger_change"();

-- A vehicle taken off sale for one deal. Released holds stay as history.
CREATE TABLE "VehicleHold" (
    "id" TEXT NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "attemptId" TEXT NOT NULL,
    "heldAt" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "releasedAt" TIMESTAMPTZ(3),
    "releaseReason" TEXT,

    CONSTRAINT "VehicleHold_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "VehicleHold_one_winner" ON "VehicleHold"("stockNumber") WHERE "releasedAt" IS NULL;
CREATE UNIQUE INDEX "VehicleHold_one_per_deal" ON "VehicleHold"("dealId") WHERE "releasedAt" IS NULL;
CREATE INDEX "VehicleHold_attemptId_idx" ON "VehicleHold"("attemptId");
