import { carColours, type CarColour } from "#prisma/seed/car-art/car-art-catalog";
import { ofVehicle, type StockBoard } from "./stock-board.server";
import type { StockCard } from "./stock-card";
import { totalPriceOf } from "./stock-figures.server";
import type { StockVehicle } from "./stock-vehicle.server";

/** A colour that is not drawn is shown by the nearest thing there is: a plain one. */
export const drawnColour = (colour: string): CarColour => carColours.find((known) => known === colour) ?? "graphite";

/** A vehicle as lists show it, worked out once for as long as its record stands. */
export const stockCard = (board: StockBoard, vehicle: StockVehicle): StockCard =>
  ofVehicle(vehicle, "card", () => ({
    stockNumber: vehicle.stockNumber,
    condition: vehicle.condition,
    year: vehicle.year,
    make: vehicle.make,
    model: vehicle.model,
    trim: vehicle.trim,
    body: vehicle.body,
    fuel: vehicle.fuel,
    drivetrain: vehicle.drivetrain,
    colour: drawnColour(vehicle.colour),
    interior: vehicle.facts.interior,
    mileage: vehicle.mileage,
    status: vehicle.status,
    economy: vehicle.facts.economy,
    totalPrice: totalPriceOf(board, vehicle),
    priceDrop: Math.max(0, (board.prices.get(vehicle.stockNumber)?.[0]?.sellingPrice ?? 0) - vehicle.sellingPrice),
  }));
