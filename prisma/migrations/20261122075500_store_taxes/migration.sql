-- CreateTable
CREATE TABLE "RulePackConfirmation" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "version" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "staffName" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "governmentFees" JSONB,
    "confirmedAt" TIMESTAMPTZ(3) NOT NULL,
    "withdrawnAt" TIMESTAMPTZ(3),
    "withdrawnBy" TEXT,
    "withdrawnNote" TEXT,

    CONSTRAINT "RulePackConfirmation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LocalTaxRate" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "postcodePrefix" TEXT NOT NULL,
    "ratePpm" INTEGER NOT NULL,
    "validFrom" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "staffName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "removedAt" TIMESTAMPTZ(3),
    "removedBy" TEXT,

    CONSTRAINT "LocalTaxRate_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "RulePackConfirmation_rooftopId_packId_idx" ON "RulePackConfirmation"("rooftopId", "packId");

-- CreateIndex
CREATE INDEX "LocalTaxRate_rooftopId_packId_idx" ON "LocalTaxRate"("rooftopId", "packId");

-- One standing word on a version, and one standing rate for a prefix and a day, whoever was quicker.
CREATE UNIQUE INDEX "RulePackConfirmation_standing_key" ON "RulePackConfirmation"("rooftopId", "packId", "version") WHERE "withdrawnAt" IS NULL;
CREATE UNIQUE INDEX "LocalTaxRate_standing_key" ON "LocalTaxRate"("rooftopId", "packId", "postcodePrefix", "validFrom") WHERE "removedAt" IS NULL;
