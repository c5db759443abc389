/** The protobuf frames of Lark's long connection: reading and writing them. */
import protobuf from "protobufjs";

interface FrameHeader {
  key: string;
  value: string;
}

export interface Frame {
  SeqID: number;
  LogID: number;
  service: number;
  /** 0 control (ping, pong), 1 data (events and their acknowledgements) */
  method: number;
  headers: FrameHeader[];
  payload?: Uint8Array;
}

export const CONTROL = 0;
export const DATA = 1;

const field = (id: number, type: string, rule?: string) => ({ id, type, ...(rule && { rule }) });

const { root } = protobuf.Root.fromJSON({
  nested: {
    Header: { fields: { key: field(1, "string", "required"), value: field(2, "string", "required") } },
    Frame: {
      fields: {
        SeqID: field(1, "uint64", "required"),
        LogID: field(2, "uint64", "required"),
        service: field(3, "int32", "required"),
        method: field(4, "int32", "required"),
        headers: field(5, "Header", "repeated"),
        payloadEncoding: field(6, "string"),
        payloadType: field(7, "string"),
        payload: field(8, "bytes"),
        LogIDNew: field(9, "string"),
      },
    },
  },
});
const FrameType = root.lookupType("Frame");

export function encodeFrame(frame: Frame): Uint8Array {
  return FrameType.encode(FrameType.fromObject(frame)).finish();
}

/** @throws when the bytes are not a frame */
export function decodeFrame(bytes: Uint8Array): Frame {
  return FrameType.toObject(FrameType.decode(bytes), { longs: Number, arrays: true }) as Frame;
}

/** The value of one header, empty when the frame has none. */
export function headerOf(frame: Frame, key: string): string {
  return frame.headers.find((header) => header.key === key)?.value ?? "";
}
