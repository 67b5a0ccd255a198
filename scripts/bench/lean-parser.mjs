// Socket.IO's wire format for the load's side of the line, without the work that is not measured: news of other people's
// edits is counted, not read. A load generator that parsed it all would be slower than the servers it is to measure.
import { EventEmitter } from "node:events";

const NEWS = /^2\["deal:patch"/;
const PACKET = /^(\d)(?:\/[^,]*,)?(\d*)/;

export const received = { news: 0 };
/** The newest piece of news as it came, for whoever wants to know what it looks like. */
export const newest = { text: "" };

export class Encoder {
  encode({ type, id, data }) {
    return [`${type}${id ?? ""}${data === undefined ? "" : JSON.stringify(data)}`];
  }
}

export class Decoder extends EventEmitter {
  add(text) {
    if (NEWS.test(text)) {
      received.news += 1;
      newest.text = text;
      return;
    }
    const [head, type, id] = PACKET.exec(text);
    const body = text.slice(head.length);
    const packet = { type: Number(type), nsp: "/", data: body === "" ? undefined : JSON.parse(body) };
    this.emit("decoded", id === "" ? packet : { ...packet, id: Number(id) });
  }

  destroy() {
    this.removeAllListeners();
  }
}
