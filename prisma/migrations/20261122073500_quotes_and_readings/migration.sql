-- CreateTable
CREATE TABLE "Quote" (
    "dealId" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "coreVersion" TEXT NOT NULL,
    "rulePackId" TEXT NOT NULL,
    "rulePackVersion" TEXT NOT NULL,
    "inputs" TEXT NOT NULL,
    "inputsHash" TEXT NOT NULL,
    "figures" JSONB NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Quote_pkey" PRIMARY KEY ("dealId","purpose","revision")
);

-- CreateTable
CREATE TABLE "DealReading" (
    "dealId" TEXT NOT NULL,
    "readerId" TEXT NOT NULL,
    "seenRevision" INTEGER NOT NULL,
    "toldRevision" INTEGER NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DealReading_pkey" PRIMARY KEY ("dealId","readerId")
);

-- CreateIndex
CREATE INDEX "Quote_inputsHash_idx" ON "Quote"("inputsHash");
