/** A difference from the vehicle the shopper looks at, as a code and a figure that are put into words later. */
export type Difference =
  | { code: "less" | "more"; amount: number }
  | { code: "samePrice" | "noFuel" | "sameEngine" | "allWheels" | "twoWheels" }
  | {
      code:
        | "thirstier"
        | "thriftier"
        | "older"
        | "newer"
        | "moreRange"
        | "lessRange"
        | "moreSeats"
        | "fewerSeats"
        | "fewerMiles"
        | "moreMiles";
      count: number;
    };
