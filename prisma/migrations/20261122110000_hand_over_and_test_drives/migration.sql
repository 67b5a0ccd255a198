-- Who brings the car, for a delivery at home.
ALTER TABLE "DeliveryBooking" ADD COLUMN "driver" INTEGER;
CREATE UNIQUE INDEX "DeliveryBooking_one_active_per_driver"
    ON "DeliveryBooking" ("rooftopId", "slotStart", "driver")
    WHERE "releasedAt" IS NULL AND "driver" IS NOT NULL;

-- CreateTable
CREATE TABLE "TestDriveBooking" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "slotStart" TIMESTAMPTZ(3) NOT NULL,
    "slotEnd" TIMESTAMPTZ(3) NOT NULL,
    "lane" INTEGER NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "releasedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TestDriveBooking_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "TestDriveBooking_rooftopId_slotStart_idx" ON "TestDriveBooking"("rooftopId", "slotStart");
CREATE INDEX "TestDriveBooking_dealId_idx" ON "TestDriveBooking"("dealId");
-- One car goes out once at a time, and one salesperson with it.
CREATE UNIQUE INDEX "TestDriveBooking_one_active_per_car"
    ON "TestDriveBooking" ("stockNumber", "slotStart") WHERE "releasedAt" IS NULL;
CREATE UNIQUE INDEX "TestDriveBooking_one_active_per_lane"
    ON "TestDriveBooking" ("rooftopId", "slotStart", "lane") WHERE "releasedAt" IS NULL;

-- CreateTable
CREATE TABLE "DriveLicense" (
    "driveId" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DriveLicense_pkey" PRIMARY KEY ("driveId")
);
CREATE INDEX "DriveLicense_dealId_idx" ON "DriveLicense"("dealId");

-- CreateTable
CREATE TABLE "DrawnSignature" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "sealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DrawnSignature_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "DrawnSignature_dealId_idx" ON "DrawnSignature"("dealId");

-- CreateTable
CREATE TABLE "HandoverPhoto" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "blobKey" TEXT NOT NULL,
    "thumbKey" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HandoverPhoto_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "HandoverPhoto_dealId_idx" ON "HandoverPhoto"("dealId");

-- CreateTable
CREATE TABLE "HandoverReceipt" (
    "dealId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "HandoverReceipt_pkey" PRIMARY KEY ("dealId")
);
