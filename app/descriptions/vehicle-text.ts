import { z } from "zod";

export const textChannels = ["page", "thirdParty", "social", "email"] as const;
export type TextChannel = (typeof textChannels)[number];

/** A phrase and what stands behind it, by the names of VehicleGrounds. */
const claimSchema = z.strictObject({ phrase: z.string().max(400), grounds: z.array(z.string().max(60)).max(12) });
export type Claim = z.infer<typeof claimSchema>;

export const vehicleTextContentSchema = z.strictObject({
  title: z.string().max(160),
  paragraphs: z.array(z.string().max(2_500)).max(8),
  claims: z.array(claimSchema).max(80),
});
export type VehicleTextContent = z.infer<typeof vehicleTextContentSchema>;

interface Length {
  characters: number;
  words?: readonly [least: number, most: number];
  title?: number;
}

/** How long a text may be where it goes. The page's own words are a wish; characters are a wall. */
export const textLimits: Readonly<Record<TextChannel, Length>> = {
  page: { characters: 2_400, words: [60, 220] },
  thirdParty: { characters: 2_000 },
  social: { characters: 280 },
  email: { characters: 500, words: [25, 60], title: 50 },
};

export const wholeText = ({ title, paragraphs }: Pick<VehicleTextContent, "title" | "paragraphs">): string =>
  [title, ...paragraphs].filter(Boolean).join("\n\n");
