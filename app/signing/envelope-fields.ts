/** Where each encrypted field of a signer lives: a value moved elsewhere does not decrypt. */
export const emailPlace = (signerId: string) => `EnvelopeSigner:emailSealed:${signerId}`;
export const signaturePlace = (signerId: string) => `EnvelopeSigner:signatureSealed:${signerId}`;
export const initialsPlace = (signerId: string) => `EnvelopeSigner:initialsSealed:${signerId}`;
