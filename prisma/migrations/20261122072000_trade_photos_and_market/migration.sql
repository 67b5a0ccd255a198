-- CreateTable
CREATE TABLE "TradePhoto" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "car" INTEGER NOT NULL,
    "role" TEXT NOT NULL,
    "blobKey" TEXT NOT NULL,
    "thumbKey" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "TradePhoto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MarketListing" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "sold" BOOLEAN NOT NULL,
    "year" INTEGER NOT NULL,
    "make" TEXT NOT NULL,
    "model" TEXT NOT NULL,
    "trim" TEXT NOT NULL,
    "body" TEXT NOT NULL,
    "fuel" TEXT NOT NULL,
    "drivetrain" TEXT NOT NULL,
    "mileage" INTEGER NOT NULL,
    "price" INTEGER NOT NULL,
    "seenOn" DATE NOT NULL,

    CONSTRAINT "MarketListing_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "TradePhoto_dealId_uploadId_key" ON "TradePhoto"("dealId", "uploadId");

-- CreateIndex
CREATE INDEX "TradePhoto_blobKey_idx" ON "TradePhoto"("blobKey");

-- CreateIndex
CREATE INDEX "MarketListing_rooftopId_make_model_year_idx" ON "MarketListing"("rooftopId", "make", "model", "year");
