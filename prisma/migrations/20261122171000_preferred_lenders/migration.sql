-- CreateTable
CREATE TABLE "PreferredLender" (
    "rooftopId" TEXT NOT NULL,
    "condition" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "lenderCode" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "locked" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "PreferredLender_pkey" PRIMARY KEY ("rooftopId", "condition", "method", "lenderCode")
);
