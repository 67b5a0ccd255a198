-- AlterTable
ALTER TABLE "MerchandisedVehicle" ADD COLUMN "cohort" TEXT,
ADD COLUMN "score" INTEGER;

-- AlterTable
ALTER TABLE "MerchandisingRules" ADD COLUMN "assigned" INTEGER NOT NULL DEFAULT 0;
