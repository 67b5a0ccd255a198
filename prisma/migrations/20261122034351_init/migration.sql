-- CreateTable
CREATE TABLE "Rooftop" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "policy" JSONB NOT NULL,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Rooftop_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "firstName" TEXT NOT NULL,
    "lastName" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "seesCost" BOOLEAN NOT NULL DEFAULT false,
    "passwordHash" TEXT,
    "totpSecret" TEXT,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Shopper" (
    "id" TEXT NOT NULL,
    "emailHash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'en',
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "Shopper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DealAccess" (
    "dealId" TEXT NOT NULL,
    "shopperId" TEXT NOT NULL,
    "grantedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealAccess_pkey" PRIMARY KEY ("dealId","shopperId")
);

-- CreateTable
CREATE TABLE "Session" (
    "idHash" TEXT NOT NULL,
    "staffId" TEXT,
    "shopperId" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "lastSeenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "revokedAt" TIMESTAMPTZ(3),
    "secondFactorAt" TIMESTAMPTZ(3),
    "userAgent" TEXT,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("idHash")
);

-- CreateTable
CREATE TABLE "ResumeLink" (
    "id" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "emailHash" TEXT,
    "askedBy" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "replacedAt" TIMESTAMPTZ(3),
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ResumeLink_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Deal" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "life" TEXT NOT NULL DEFAULT 'open',
    "stockNumber" TEXT,
    "summary" JSONB,
    "summaryRevision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Deal_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JournalEntry" (
    "dealId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "editId" TEXT NOT NULL,
    "editHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" JSONB NOT NULL,
    "type" TEXT NOT NULL,
    "event" JSONB NOT NULL,

    CONSTRAINT "JournalEntry_pkey" PRIMARY KEY ("dealId","revision")
);

-- CreateTable
CREATE TABLE "DealSnapshot" (
    "dealId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "state" JSONB NOT NULL,
    "savedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealSnapshot_pkey" PRIMARY KEY ("dealId")
);

-- CreateTable
CREATE TABLE "Vehicle" (
    "stockNumber" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "vin" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "make" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "trim" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "fuel" TEXT NOT NULL,
    "drivetrain" TEXT NOT NULL,
    "colour" TEXT NOT NULL,
    "mileage" INTEGER NOT NULL,
    "sellingPrice" INTEGER NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'live',
    "facts" JSONB NOT NULL,
    "cost" JSONB NOT NULL,
    "liveSince" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Vehicle_pkey" PRIMARY KEY ("stockNumber")
);

-- CreateTable
CREATE TABLE "VehiclePriceChange" (
    "id" SERIAL NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "sellingPrice" INTEGER NOT NULL,

    CONSTRAINT "VehiclePriceChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DepositAttempt" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "attempt" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "reference" TEXT,
    "checkoutUrl" TEXT,
    "refundKey" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "DepositAttempt_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ProviderEvent" (
    "id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "receivedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handledAt" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "ProviderEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestCheckout" (
    "id" TEXT NOT NULL,
    "idempotencyKey" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "description" TEXT NOT NULL,
    "returnUrl" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "refundKeys" JSONB NOT NULL DEFAULT '[]',
    "metadata" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TestCheckout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "OutboxMessage" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sentAt" TIMESTAMPTZ(3),

    CONSTRAINT "OutboxMessage_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "JacketDocument" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "blobKey" TEXT NOT NULL,
    "fileName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "voidedAt" TIMESTAMPTZ(3),

    CONSTRAINT "JacketDocument_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DeliveryBooking" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "slotStart" TIMESTAMPTZ(3) NOT NULL,
    "lane" INTEGER NOT NULL,
    "dealId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "DeliveryBooking_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "StaffMember_email_key" ON "StaffMember"("email");

-- CreateIndex
CREATE INDEX "Shopper_emailHash_idx" ON "Shopper"("emailHash");

-- CreateIndex
CREATE INDEX "DealAccess_shopperId_idx" ON "DealAccess"("shopperId");

-- CreateIndex
CREATE INDEX "Session_staffId_idx" ON "Session"("staffId");

-- CreateIndex
CREATE INDEX "Session_shopperId_idx" ON "Session"("shopperId");

-- CreateIndex
CREATE UNIQUE INDEX "ResumeLink_tokenHash_key" ON "ResumeLink"("tokenHash");

-- CreateIndex
CREATE INDEX "ResumeLink_dealId_idx" ON "ResumeLink"("dealId");

-- CreateIndex
CREATE INDEX "Deal_rooftopId_life_updatedAt_idx" ON "Deal"("rooftopId", "life", "updatedAt");

-- CreateIndex
CREATE INDEX "Deal_stockNumber_idx" ON "Deal"("stockNumber");

-- CreateIndex
CREATE UNIQUE INDEX "Deal_rooftopId_number_key" ON "Deal"("rooftopId", "number");

-- CreateIndex
CREATE UNIQUE INDEX "JournalEntry_dealId_editId_key" ON "JournalEntry"("dealId", "editId");

-- CreateIndex
CREATE UNIQUE INDEX "Vehicle_vin_key" ON "Vehicle"("vin");

-- CreateIndex
CREATE INDEX "Vehicle_rooftopId_status_make_idx" ON "Vehicle"("rooftopId", "status", "make");

-- CreateIndex
CREATE INDEX "Vehicle_rooftopId_status_sellingPrice_idx" ON "Vehicle"("rooftopId", "status", "sellingPrice");

-- CreateIndex
CREATE INDEX "VehiclePriceChange_stockNumber_at_idx" ON "VehiclePriceChange"("stockNumber", "at");

-- CreateIndex
CREATE UNIQUE INDEX "DepositAttempt_idempotencyKey_key" ON "DepositAttempt"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "DepositAttempt_refundKey_key" ON "DepositAttempt"("refundKey");

-- CreateIndex
CREATE INDEX "DepositAttempt_reference_idx" ON "DepositAttempt"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "DepositAttempt_dealId_attempt_key" ON "DepositAttempt"("dealId", "attempt");

-- CreateIndex
CREATE UNIQUE INDEX "TestCheckout_idempotencyKey_key" ON "TestCheckout"("idempotencyKey");

-- CreateIndex
CREATE UNIQUE INDEX "OutboxMessage_key_key" ON "OutboxMessage"("key");

-- CreateIndex
CREATE UNIQUE INDEX "JacketDocument_dealId_kind_revision_key" ON "JacketDocument"("dealId", "kind", "revision");

-- CreateIndex
CREATE INDEX "DeliveryBooking_rooftopId_slotStart_idx" ON "DeliveryBooking"("rooftopId", "slotStart");

-- CreateIndex
CREATE INDEX "DeliveryBooking_dealId_idx" ON "DeliveryBooking"("dealId");

-- AddForeignKey
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_rooftopId_fkey" FOREIGN KEY ("rooftopId") REFERENCES "Rooftop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DealAccess" ADD CONSTRAINT "DealAccess_shopperId_fkey" FOREIGN KEY ("shopperId") REFERENCES "Shopper"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Deal" ADD CONSTRAINT "Deal_rooftopId_fkey" FOREIGN KEY ("rooftopId") REFERENCES "Rooftop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Vehicle" ADD CONSTRAINT "Vehicle_rooftopId_fkey" FOREIGN KEY ("rooftopId") REFERENCES "Rooftop"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "VehiclePriceChange" ADD CONSTRAINT "VehiclePriceChange_stockNumber_fkey" FOREIGN KEY ("stockNumber") REFERENCES "Vehicle"("stockNumber") ON DELETE RESTRICT ON UPDATE CASCADE;
