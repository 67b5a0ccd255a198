-- CreateTable
CREATE TABLE "PricePromise" (
    "number" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "signature" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PricePromise_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "PricePromise_dealId_idx" ON "PricePromise"("dealId");
