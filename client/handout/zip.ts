/** A ZIP archive in memory: reads entries that are stored plainly, writes entries deflated. */

const LOCAL_HEADER = 0x04034b50;
const CENTRAL_HEADER = 0x02014b50;
const END_HEADER = 0x06054b50;
const END_BYTES = 22;
const CENTRAL_BYTES = 46;
const LOCAL_BYTES = 30;
const STORED = 0;
const DEFLATED = 8;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1 January 1980: the same content gives the same bytes. */
const DATE = 0x0021;

export interface ZipEntry {
  path: string;
  bytes: Uint8Array;
}

/** Fails on compressed entries and on what is no archive. Folders are left out. */
export function readStoredZip(zip: Uint8Array): ZipEntry[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength);
  let end = zip.length - END_BYTES;
  while (end >= 0 && view.getUint32(end, true) !== END_HEADER) end--;
  if (end < 0) throw new Error(`zip: expected an archive (got ${zip.length} bytes without an end)`);
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let left = view.getUint16(end + 10, true); left > 0; left--) {
    const nameBytes = view.getUint16(at + 28, true);
    const name = zip.subarray(at + CENTRAL_BYTES, at + CENTRAL_BYTES + nameBytes);
    const path = new TextDecoder().decode(name);
    const method = view.getUint16(at + 10, true);
    if (method !== STORED) throw new Error(`zip: expected ${path} stored (got method ${method})`);
    const local = view.getUint32(at + 42, true);
    const start =
      local + LOCAL_BYTES + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
    const bytes = zip.subarray(start, start + view.getUint32(at + 20, true));
    if (!path.endsWith("/")) entries.push({ path, bytes });
    at += CENTRAL_BYTES + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** The archive in pieces, for a Blob. */
export async function writeZip(entries: readonly ZipEntry[]): Promise<Uint8Array<ArrayBuffer>[]> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  const directory: Uint8Array<ArrayBuffer>[] = [];
  let offset = 0;
  for (const { path, bytes } of entries) {
    const name = new TextEncoder().encode(path);
    const packed = await deflate(bytes);
    const facts = { crc: crc32(bytes), packed: packed.length, whole: bytes.length };
    const local = header(LOCAL_HEADER, LOCAL_BYTES, facts, name);
    parts.push(local, packed);
    directory.push(header(CENTRAL_HEADER, CENTRAL_BYTES, facts, name, offset));
    offset += local.length + packed.length;
  }
  const size = directory.reduce((sum, entry) => sum + entry.length, 0);
  return [...parts, ...directory, endOf(entries.length, size, offset)];
}

interface Facts {
  crc: number;
  packed: number;
  whole: number;
}

function header(
  kind: number,
  size: number,
  { crc, packed, whole }: Facts,
  name: Uint8Array,
  offset = 0,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(size + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, kind, true);
  // The entry of the directory says first who made it; the rest is alike, two bytes further on.
  const at = kind === CENTRAL_HEADER ? 6 : 4;
  if (kind === CENTRAL_HEADER) view.setUint16(4, VERSION, true);
  view.setUint16(at, VERSION, true);
  view.setUint16(at + 2, UTF8_NAMES, true);
  view.setUint16(at + 4, DEFLATED, true);
  view.setUint16(at + 8, DATE, true);
  view.setUint32(at + 10, crc, true);
  view.setUint32(at + 14, packed, true);
  view.setUint32(at + 18, whole, true);
  view.setUint16(at + 22, name.length, true);
  if (kind === CENTRAL_HEADER) view.setUint32(42, offset, true);
  bytes.set(name, size);
  return bytes;
}

function endOf(count: number, size: number, offset: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(END_BYTES);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, END_HEADER, true);
  view.setUint16(8, count, true);
  view.setUint16(10, count, true);
  view.setUint32(12, size, true);
  view.setUint32(16, offset, true);
  return bytes;
}

async function deflate(bytes: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const stream = new Blob([new Uint8Array(bytes)])
    .stream()
    .pipeThrough(new CompressionStream("deflate-raw"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (CRC_TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}
