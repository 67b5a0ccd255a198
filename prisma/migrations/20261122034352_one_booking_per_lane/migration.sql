-- One active booking per rooftop, slot and lane. A released booking stays as history and does not stand in the way,
-- which Prisma's schema language cannot say.
CREATE UNIQUE INDEX "DeliveryBooking_one_active_per_lane"
    ON "DeliveryBooking" ("rooftopId", "slotStart", "lane")
    WHERE "releasedAt" IS NULL;
