/** Texts of one feature in one language, nested as deep as it reads well. Values are ICU messages. */
export interface MessageTree {
  readonly [key: string]: string | MessageTree;
}

/** The same keys with any text: a French key that is missing, or one too many, does not compile. */
export type SameKeys<Tree extends MessageTree> = {
  readonly [Key in keyof Tree]: Tree[Key] extends MessageTree ? SameKeys<Tree[Key]> : string;
};

export interface FeatureMessages<En extends MessageTree = MessageTree> {
  readonly en: En;
  readonly fr: SameKeys<En>;
}

/**
 * The texts of a feature, beside the feature in its `messages.ts`. English is read as literals, so that a call of `t`
 * knows which values the message needs: `{name}` takes a string, `{count, number}` and `{count, plural, …}` a number.
 * Amounts and dates are formatted first (format.ts) and go in as strings.
 */
export const defineMessages = <const En extends MessageTree>(messages: {
  en: En;
  fr: SameKeys<NoInfer<En>>;
}): FeatureMessages<En> => messages;
