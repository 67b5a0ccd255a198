import type { ChatStream } from "#app/realtime/chat-protocol";
import type { DealLine } from "#app/realtime/deal-connection";
import { type ChatBook, takeMessage, takeRead, takeTyping } from "./chat-book";

export interface Ears {
  change(stream: ChatStream, how: (book: ChatBook) => ChatBook): void;
  askForGap(stream: ChatStream, head: number): void;
}

/** Takes in what the line says of one deal's two streams; answers how to stop. */
export function listen(socket: DealLine, dealId: string, { change, askForGap }: Ears): () => void {
  const stops = (["chat", "whisper"] as const).map((stream) => {
    const mine =
      <Message extends { dealId: string }>(take: (message: Message) => void) =>
      (message: Message) => {
        if (message.dealId === dealId) take(message);
      };
    const onMessage = mine<Parameters<typeof takeMessageOf>[1]>((said) => {
      change(stream, (book) => takeMessageOf(book, said));
      askForGap(stream, said.message.seq);
    });
    const onRead = mine<{ dealId: string; mark: Parameters<typeof takeRead>[1] }>(({ mark }) =>
      change(stream, (book) => takeRead(book, mark)),
    );
    const onTyping = mine<Parameters<typeof takeTyping>[1]>((sign) =>
      change(stream, (book) => takeTyping(book, sign, Date.now())),
    );
    const onHead = mine<{ dealId: string; head: number }>(({ head }) => askForGap(stream, head));
    socket.on(`${stream}:message`, onMessage);
    socket.on(`${stream}:read`, onRead);
    socket.on(`${stream}:typing`, onTyping);
    socket.on(`${stream}:head`, onHead);
    return () => {
      socket.off(`${stream}:message`, onMessage);
      socket.off(`${stream}:read`, onRead);
      socket.off(`${stream}:typing`, onTyping);
      socket.off(`${stream}:head`, onHead);
    };
  });
  return () => {
    for (const stop of stops) stop();
  };
}

const takeMessageOf = (book: ChatBook, { message }: { dealId: string; message: Parameters<typeof takeMessage>[1] }) =>
  takeMessage(book, message);
