-- CreateTable
CREATE TABLE "MerchandisedVehicle" (
    "stockNumber" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "vin" TEXT,
    "frameNumber" TEXT,
    "state" TEXT NOT NULL,
    "stateSince" TIMESTAMPTZ(3) NOT NULL,
    "acquiredAt" TIMESTAMPTZ(3),
    "facts" JSONB NOT NULL,
    "notes" TEXT NOT NULL DEFAULT '',
    "recon" JSONB NOT NULL,
    "recalls" JSONB,
    "price" INTEGER,
    "acquisitionCost" INTEGER,
    "authorId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "assisted" JSONB NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "MerchandisedVehicle_pkey" PRIMARY KEY ("stockNumber")
);

-- CreateTable
CREATE TABLE "StockStateChange" (
    "id" BIGSERIAL NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "fromState" TEXT,
    "toState" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actorId" TEXT NOT NULL,
    "actorName" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "StockStateChange_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VehicleText" (
    "id" TEXT NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "content" JSONB NOT NULL,
    "origin" TEXT NOT NULL,
    "originNote" JSONB NOT NULL,
    "authorId" TEXT NOT NULL,
    "authorName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "status" TEXT NOT NULL,
    "reviewerId" TEXT,
    "reviewerName" TEXT,
    "reviewedAt" TIMESTAMPTZ(3),
    "reason" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "VehicleText_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ChannelListing" (
    "stockNumber" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChannelListing_pkey" PRIMARY KEY ("stockNumber","channel")
);

-- CreateTable
CREATE TABLE "MerchandisingMinutes" (
    "id" TEXT NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "task" TEXT NOT NULL,
    "seconds" INTEGER NOT NULL,
    "measured" BOOLEAN NOT NULL,
    "staffId" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MerchandisingMinutes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StockInterest" (
    "stockNumber" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "views" INTEGER NOT NULL DEFAULT 0,
    "galleryClicks" INTEGER NOT NULL DEFAULT 0,
    "sessionSeconds" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "StockInterest_pkey" PRIMARY KEY ("stockNumber","day")
);

-- CreateTable
CREATE TABLE "MerchandisingRules" (
    "rooftopId" TEXT NOT NULL,
    "rules" JSONB NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "MerchandisingRules_pkey" PRIMARY KEY ("rooftopId")
);

-- CreateTable
CREATE TABLE "HygieneAudit" (
    "rooftopId" TEXT NOT NULL,
    "day" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "findings" JSONB NOT NULL,

    CONSTRAINT "HygieneAudit_pkey" PRIMARY KEY ("rooftopId","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "MerchandisedVehicle_rooftopId_vin_key" ON "MerchandisedVehicle"("rooftopId", "vin");

-- CreateIndex
CREATE INDEX "MerchandisedVehicle_rooftopId_state_idx" ON "MerchandisedVehicle"("rooftopId", "state");

-- CreateIndex
CREATE INDEX "StockStateChange_stockNumber_at_idx" ON "StockStateChange"("stockNumber", "at");

-- CreateIndex
CREATE INDEX "StockStateChange_rooftopId_at_idx" ON "StockStateChange"("rooftopId", "at");

-- CreateIndex
CREATE UNIQUE INDEX "VehicleText_stockNumber_locale_channel_version_key" ON "VehicleText"("stockNumber", "locale", "channel", "version");

-- CreateIndex
CREATE INDEX "VehicleText_rooftopId_status_idx" ON "VehicleText"("rooftopId", "status");

-- CreateIndex
CREATE INDEX "ChannelListing_rooftopId_channel_idx" ON "ChannelListing"("rooftopId", "channel");

-- CreateIndex
CREATE INDEX "MerchandisingMinutes_rooftopId_stockNumber_idx" ON "MerchandisingMinutes"("rooftopId", "stockNumber");

-- CreateIndex
CREATE INDEX "StockInterest_rooftopId_day_idx" ON "StockInterest"("rooftopId", "day");
