-- AlterTable
ALTER TABLE "DealAccess" ADD COLUMN "seatId" TEXT;
CREATE INDEX "DealAccess_dealId_seatId_idx" ON "DealAccess"("dealId", "seatId");

-- AlterTable
ALTER TABLE "Session" ADD COLUMN "pairingId" TEXT, ADD COLUMN "lockedAt" TIMESTAMPTZ(3);
CREATE INDEX "Session_pairingId_idx" ON "Session"("pairingId");

-- CreateTable
CREATE TABLE "SeatInvitation" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "seatId" TEXT NOT NULL,
    "tokenHash" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "usedAt" TIMESTAMPTZ(3),
    "replacedAt" TIMESTAMPTZ(3),
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "SeatInvitation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "SeatInvitation_tokenHash_key" ON "SeatInvitation"("tokenHash");
CREATE INDEX "SeatInvitation_dealId_seatId_idx" ON "SeatInvitation"("dealId", "seatId");

-- CreateTable
CREATE TABLE "ShowroomPairing" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "staffId" TEXT NOT NULL,
    "codePlace" TEXT,
    "codeHash" TEXT,
    "codeExpiresAt" TIMESTAMPTZ(3),
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "openedAt" TIMESTAMPTZ(3),
    "endedAt" TIMESTAMPTZ(3),
    "sessionId" TEXT,
    "shopperId" TEXT,
    "heldUntil" TIMESTAMPTZ(3),
    "heldFactorAt" TIMESTAMPTZ(3),

    CONSTRAINT "ShowroomPairing_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "ShowroomPairing_codePlace_key" ON "ShowroomPairing"("codePlace");
CREATE INDEX "ShowroomPairing_dealId_endedAt_idx" ON "ShowroomPairing"("dealId", "endedAt");
CREATE INDEX "ShowroomPairing_sessionId_idx" ON "ShowroomPairing"("sessionId");

-- CreateTable
CREATE TABLE "WaitSpell" (
    "dealId" TEXT NOT NULL,
    "fromRevision" INTEGER NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "party" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "promisedUntil" TIMESTAMPTZ(3),
    "late" BOOLEAN NOT NULL,
    "writtenAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "WaitSpell_pkey" PRIMARY KEY ("dealId", "fromRevision")
);
CREATE INDEX "WaitSpell_rooftopId_until_idx" ON "WaitSpell"("rooftopId", "until");
CREATE INDEX "WaitSpell_writtenAt_idx" ON "WaitSpell"("writtenAt");

-- CreateTable
CREATE TABLE "DealImport" (
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "fileHash" TEXT NOT NULL,
    "importedBy" TEXT NOT NULL,
    "importedAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "DealImport_pkey" PRIMARY KEY ("dealId")
);
CREATE UNIQUE INDEX "DealImport_rooftopId_fileHash_key" ON "DealImport"("rooftopId", "fileHash");
