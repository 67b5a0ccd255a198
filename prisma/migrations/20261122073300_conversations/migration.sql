-- The conversation with the customer and the one between staff: two tables, so that no query for one reads the other.
CREATE TABLE "ChatMessage" (
    "dealId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorSide" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "firstName" TEXT,
    "content" JSONB NOT NULL,

    CONSTRAINT "ChatMessage_pkey" PRIMARY KEY ("dealId","seq")
);
CREATE UNIQUE INDEX "ChatMessage_dealId_messageId_key" ON "ChatMessage"("dealId", "messageId");

CREATE TABLE "WhisperMessage" (
    "dealId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "messageId" TEXT NOT NULL,
    "contentHash" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "authorSide" TEXT NOT NULL,
    "authorId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "firstName" TEXT,
    "content" JSONB NOT NULL,

    CONSTRAINT "WhisperMessage_pkey" PRIMARY KEY ("dealId","seq")
);
CREATE UNIQUE INDEX "WhisperMessage_dealId_messageId_key" ON "WhisperMessage"("dealId", "messageId");

CREATE TABLE "ChatRead" (
    "dealId" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "readerId" TEXT NOT NULL,
    "side" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ChatRead_pkey" PRIMARY KEY ("dealId","stream","readerId")
);

CREATE TABLE "ChatFile" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "stream" TEXT NOT NULL,
    "uploaderId" TEXT NOT NULL,
    "blobKey" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "ChatFile_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "ChatFile_dealId_idx" ON "ChatFile"("dealId");

CREATE TABLE "CannedAnswer" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "en" TEXT NOT NULL,
    "fr" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "CannedAnswer_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "CannedAnswer_rooftopId_idx" ON "CannedAnswer"("rooftopId");
