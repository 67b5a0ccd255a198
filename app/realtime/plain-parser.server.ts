import { Decoder, type Packet, PacketType } from "socket.io-parser";

/**
 * Socket.IO's own wire format, written without the search for binary data in every message: this protocol has none.
 * What comes in is read by Socket.IO's decoder, with all its care about hostile frames.
 */
class PlainEncoder {
  encode({ type, nsp, id, data }: Packet): [string] {
    const namespace = nsp && nsp !== "/" ? `${nsp},` : "";
    return [`${type}${namespace}${id ?? ""}${data === undefined ? "" : JSON.stringify(data)}`];
  }
}

export const plainParser = { Encoder: PlainEncoder, Decoder, PacketType };
