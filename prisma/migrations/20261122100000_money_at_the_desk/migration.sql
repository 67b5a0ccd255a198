ALTER TABLE "DepositAttempt"
    ADD COLUMN "kept" INTEGER CHECK ("kept" >= 0),
    ADD COLUMN "method" TEXT,
    ADD COLUMN "payer" TEXT;

-- A stock unit's life, step by step: who moved it, from where to where, when and why.
CREATE TABLE "VehicleTransition" (
    "id" BIGSERIAL NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "dealId" TEXT,
    "reason" TEXT,
    "by" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "VehicleTransition_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "VehicleTransition_stockNumber_id_idx" ON "VehicleTransition"("stockNumber", "id");

CREATE FUNCTION "refuse_transition_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'a step of a vehicle is never changed: write another one';
END $$;
CREATE TRIGGER "VehicleTransition_is_final" BEFORE UPDATE OR DELETE ON "VehicleTransition"
    FOR EACH ROW EXECUTE FUNCTION "refuse_transition_change"();

-- Somebody who wants to hear when a held car is free again: once per car and address while they wait.
CREATE TABLE "VehicleWait" (
    "id" TEXT NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "emailHash" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "toldAt" TIMESTAMPTZ(3),

    CONSTRAINT "VehicleWait_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "VehicleWait_stockNumber_toldAt_idx" ON "VehicleWait"("stockNumber", "toldAt");
CREATE UNIQUE INDEX "VehicleWait_once" ON "VehicleWait"("stockNumber", "emailHash") WHERE "toldAt" IS NULL;

-- Cars that deposits hold already are held in the stock list as well.
UPDATE "Vehicle" SET "status" = 'held'
    WHERE "status" = 'live' AND "stockNumber" IN (SELECT "stockNumber" FROM "VehicleHold" WHERE "releasedAt" IS NULL);
