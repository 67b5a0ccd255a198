-- CreateTable
CREATE TABLE "VehiclePhoto" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "uploadId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "originalKey" TEXT NOT NULL,
    "originalSha256" TEXT NOT NULL,
    "receivedSha256" TEXT NOT NULL,
    "uneditedKey" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "step" TEXT,
    "wish" INTEGER NOT NULL DEFAULT 1,
    "seek" BOOLEAN NOT NULL DEFAULT false,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "background" TEXT NOT NULL DEFAULT 'none',
    "marks" JSONB NOT NULL,
    "maskKey" TEXT,
    "maskBy" TEXT,
    "previewKey" TEXT,
    "verdict" JSONB,
    "manifest" TEXT,
    "signature" TEXT,
    "shownAt" TIMESTAMPTZ(3),
    "removedAt" TIMESTAMPTZ(3),
    "addedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VehiclePhoto_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VehiclePhotoFile" (
    "photoId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "blobKey" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,

    CONSTRAINT "VehiclePhotoFile_pkey" PRIMARY KEY ("photoId","name")
);

-- CreateTable
CREATE TABLE "DamageSpot" (
    "id" TEXT NOT NULL,
    "photoId" TEXT NOT NULL,
    "x" INTEGER NOT NULL,
    "y" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "sizeMm" INTEGER,
    "addedBy" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DamageSpot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "VehiclePaper" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "stockNumber" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "blobKey" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "addedBy" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "VehiclePaper_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PhotoPreset" (
    "rooftopId" TEXT NOT NULL,
    "propose" BOOLEAN NOT NULL DEFAULT true,
    "background" TEXT NOT NULL DEFAULT 'studio',
    "provider" TEXT NOT NULL DEFAULT 'builtIn',
    "providerKey" TEXT,
    "monthlyLimit" INTEGER NOT NULL DEFAULT 0,
    "changedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "PhotoPreset_pkey" PRIMARY KEY ("rooftopId")
);

-- CreateTable
CREATE TABLE "PhotoProviderUse" (
    "rooftopId" TEXT NOT NULL,
    "month" TEXT NOT NULL,
    "count" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "PhotoProviderUse_pkey" PRIMARY KEY ("rooftopId","month")
);

-- CreateIndex
CREATE UNIQUE INDEX "VehiclePhoto_stockNumber_uploadId_key" ON "VehiclePhoto"("stockNumber", "uploadId");

-- CreateIndex
CREATE INDEX "VehiclePhoto_rooftopId_stockNumber_idx" ON "VehiclePhoto"("rooftopId", "stockNumber");

-- CreateIndex
CREATE INDEX "VehiclePhotoFile_blobKey_idx" ON "VehiclePhotoFile"("blobKey");

-- CreateIndex
CREATE INDEX "DamageSpot_photoId_idx" ON "DamageSpot"("photoId");

-- CreateIndex
CREATE UNIQUE INDEX "VehiclePaper_stockNumber_kind_version_key" ON "VehiclePaper"("stockNumber", "kind", "version");

-- AddForeignKey
ALTER TABLE "VehiclePhotoFile" ADD CONSTRAINT "VehiclePhotoFile_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "VehiclePhoto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DamageSpot" ADD CONSTRAINT "DamageSpot_photoId_fkey" FOREIGN KEY ("photoId") REFERENCES "VehiclePhoto"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- CreateIndex
CREATE INDEX "VehiclePhoto_state_idx" ON "VehiclePhoto"("state");
