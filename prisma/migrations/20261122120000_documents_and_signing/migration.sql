-- AlterTable
ALTER TABLE "JacketDocument" ADD COLUMN     "pages" INTEGER NOT NULL DEFAULT 1,
ADD COLUMN     "places" JSONB NOT NULL DEFAULT '[]',
ADD COLUMN     "contentHash" TEXT NOT NULL DEFAULT '';

-- CreateTable
CREATE TABLE "StoreSigningKey" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "certificate" TEXT NOT NULL,
    "keySealed" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoreSigningKey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningEnvelope" (
    "id" TEXT NOT NULL,
    "number" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "startedBy" TEXT NOT NULL,
    "startedName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedWhy" TEXT,
    "certificateBlob" TEXT,
    "certificateSha256" TEXT,

    CONSTRAINT "SigningEnvelope_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "EnvelopeSigner" (
    "id" TEXT NOT NULL,
    "envelopeId" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "emailSealed" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "tokenHash" TEXT,
    "linkExpiresAt" TIMESTAMPTZ(3),
    "codeHash" TEXT,
    "codeExpiresAt" TIMESTAMPTZ(3),
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "codesSent" INTEGER NOT NULL DEFAULT 0,
    "viewedAt" TIMESTAMPTZ(3),
    "signedAt" TIMESTAMPTZ(3),
    "declinedAt" TIMESTAMPTZ(3),
    "declinedWhy" TEXT,
    "signatureMethod" TEXT,
    "signatureSealed" TEXT,
    "initialsSealed" TEXT,

    CONSTRAINT "EnvelopeSigner_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningSession" (
    "idHash" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "authentication" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SigningSession_pkey" PRIMARY KEY ("idHash")
);

-- CreateTable
CREATE TABLE "EnvelopeDocument" (
    "envelopeId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "place" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "readAt" JSONB NOT NULL DEFAULT '{}',
    "signedBlob" TEXT,
    "signedSha256" TEXT,

    CONSTRAINT "EnvelopeDocument_pkey" PRIMARY KEY ("envelopeId","documentId")
);

-- CreateTable
CREATE TABLE "FieldSignature" (
    "envelopeId" TEXT NOT NULL,
    "documentId" TEXT NOT NULL,
    "fieldId" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "method" TEXT NOT NULL,
    "intent" TEXT NOT NULL,
    "documentSha256" TEXT NOT NULL,
    "authentication" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "FieldSignature_pkey" PRIMARY KEY ("envelopeId","documentId","fieldId")
);

-- CreateTable
CREATE TABLE "SigningConsent" (
    "id" TEXT NOT NULL,
    "signerId" TEXT NOT NULL,
    "textVersion" TEXT NOT NULL,
    "textHash" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "codeHash" TEXT NOT NULL,
    "wrongCodes" INTEGER NOT NULL DEFAULT 0,
    "shownAt" TIMESTAMPTZ(3) NOT NULL,
    "givenAt" TIMESTAMPTZ(3),
    "withdrawnAt" TIMESTAMPTZ(3),
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,

    CONSTRAINT "SigningConsent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SigningEvent" (
    "envelopeId" TEXT NOT NULL,
    "seq" INTEGER NOT NULL,
    "type" TEXT NOT NULL,
    "payload" JSONB NOT NULL,
    "byName" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "agent" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "previousHash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "SigningEvent_pkey" PRIMARY KEY ("envelopeId","seq")
);

-- CreateTable
CREATE TABLE "DifferenceAcknowledgement" (
    "dealId" TEXT NOT NULL,
    "revision" INTEGER NOT NULL,
    "key" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DifferenceAcknowledgement_pkey" PRIMARY KEY ("dealId","revision","key")
);

-- CreateTable
CREATE TABLE "JacketUpload" (
    "id" TEXT NOT NULL,
    "dealId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "status" TEXT NOT NULL,
    "shownName" TEXT NOT NULL,
    "contentType" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "pages" INTEGER NOT NULL DEFAULT 1,
    "blobKey" TEXT NOT NULL,
    "byRole" TEXT NOT NULL,
    "byName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresOn" TEXT,
    "decidedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "JacketUpload_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StoreForm" (
    "id" TEXT NOT NULL,
    "rooftopId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "blobKey" TEXT NOT NULL,
    "sha256" TEXT NOT NULL,
    "pages" INTEGER NOT NULL,
    "fields" JSONB NOT NULL,
    "status" TEXT NOT NULL,
    "staffName" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "retiredAt" TIMESTAMPTZ(3),

    CONSTRAINT "StoreForm_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "StoreSigningKey_rooftopId_idx" ON "StoreSigningKey"("rooftopId");

-- CreateIndex
CREATE UNIQUE INDEX "SigningEnvelope_number_key" ON "SigningEnvelope"("number");

-- CreateIndex
CREATE INDEX "SigningEnvelope_dealId_idx" ON "SigningEnvelope"("dealId");

-- CreateIndex
CREATE UNIQUE INDEX "EnvelopeSigner_tokenHash_key" ON "EnvelopeSigner"("tokenHash");

-- CreateIndex
CREATE INDEX "EnvelopeSigner_envelopeId_idx" ON "EnvelopeSigner"("envelopeId");

-- CreateIndex
CREATE UNIQUE INDEX "EnvelopeSigner_envelopeId_role_key" ON "EnvelopeSigner"("envelopeId", "role");

-- CreateIndex
CREATE INDEX "SigningSession_signerId_idx" ON "SigningSession"("signerId");

-- CreateIndex
CREATE INDEX "EnvelopeDocument_documentId_idx" ON "EnvelopeDocument"("documentId");

-- CreateIndex
CREATE INDEX "FieldSignature_signerId_idx" ON "FieldSignature"("signerId");

-- CreateIndex
CREATE INDEX "SigningConsent_signerId_idx" ON "SigningConsent"("signerId");

-- CreateIndex
CREATE INDEX "JacketUpload_dealId_idx" ON "JacketUpload"("dealId");

-- CreateIndex
CREATE INDEX "StoreForm_rooftopId_idx" ON "StoreForm"("rooftopId");

-- AddForeignKey
ALTER TABLE "EnvelopeSigner" ADD CONSTRAINT "EnvelopeSigner_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "SigningEnvelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningSession" ADD CONSTRAINT "SigningSession_signerId_fkey" FOREIGN KEY ("signerId") REFERENCES "EnvelopeSigner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "EnvelopeDocument" ADD CONSTRAINT "EnvelopeDocument_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "SigningEnvelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FieldSignature" ADD CONSTRAINT "FieldSignature_signerId_fkey" FOREIGN KEY ("signerId") REFERENCES "EnvelopeSigner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningConsent" ADD CONSTRAINT "SigningConsent_signerId_fkey" FOREIGN KEY ("signerId") REFERENCES "EnvelopeSigner"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SigningEvent" ADD CONSTRAINT "SigningEvent_envelopeId_fkey" FOREIGN KEY ("envelopeId") REFERENCES "SigningEnvelope"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- One key in use at a store; one ceremony under way for a deal; one form of a kind in use at a store; one consent that stands for a signer.
CREATE UNIQUE INDEX "StoreSigningKey_in_use_key" ON "StoreSigningKey"("rooftopId") WHERE "retiredAt" IS NULL;
CREATE UNIQUE INDEX "SigningEnvelope_open_key" ON "SigningEnvelope"("dealId") WHERE "status" = 'open';
CREATE UNIQUE INDEX "StoreForm_in_use_key" ON "StoreForm"("rooftopId", "kind") WHERE "status" = 'active';
