import { createHash } from 'node:crypto';
import * as arrow from 'apache-arrow';
import type { Layout } from '../record/index.ts';
import { nodeMajor, packageVersion } from './package.ts';

/** Whose records a block holds. */
export interface BlockLabel {
  readonly experiment: string;
  readonly point: string;
  readonly from: number;
}

/** A checked block: its rows, and where in the file the values of each column begin. */
export interface BlockIndex {
  readonly rows: number;
  readonly byteOffsets: readonly number[];
}

/** A block that is whole, and of something else than what is looked for. */
export class ForeignBlock extends Error {
  override readonly name = 'ForeignBlock';
}

/**
 * Writes packed records as one Arrow IPC file: `replication`, then a column of doubles for each scalar and milestone
 * and a fixed-size list of doubles for each series.
 *
 * A list column a series and not a column a number: with 1,500 numbers a record, plain columns took three times as
 * long to write and ten times as long to read.
 */
export function encodeBlock(label: BlockLabel, layout: Layout, packed: Float64Array): Uint8Array {
  const rows = packed.length / layout.width;
  const replications = Int32Array.from({ length: rows }, (_, row) => label.from + row);
  const fields: arrow.Field[] = [new arrow.Field('replication', new arrow.Int32(), false)];
  const children: arrow.Data[] = [
    arrow.makeData({ type: new arrow.Int32(), length: rows, nullCount: 0, data: replications }),
  ];
  for (const { column, offset, width } of layout.fields) {
    const values = new Float64Array(rows * width);
    for (let row = 0; row < rows; row++) {
      const start = row * layout.width + offset;
      for (let index = 0; index < width; index++) values[row * width + index] = packed[start + index];
    }
    const numbers = arrow.makeData({
      type: new arrow.Float64(),
      length: values.length,
      nullCount: 0,
      data: values,
    });
    if (column.kind === 'series') {
      const item = new arrow.Field('item', new arrow.Float64(), false);
      const type = new arrow.FixedSizeList(width, item);
      fields.push(new arrow.Field(column.name, type, false));
      children.push(arrow.makeData({ type, length: rows, nullCount: 0, child: numbers }));
    } else {
      fields.push(new arrow.Field(column.name, new arrow.Float64(), false));
      children.push(numbers);
    }
  }
  const metadata = new Map([
    ['experiment', label.experiment],
    ['point', label.point],
    ['from', String(label.from)],
    ['gigaramp', packageVersion()],
    ['node', nodeMajor()],
  ]);
  const schema = new arrow.Schema(fields, metadata);
  const data = arrow.makeData({ type: new arrow.Struct(fields), length: rows, nullCount: 0, children });
  return sealed(arrow.tableToIPC(new arrow.Table(schema, new arrow.RecordBatch(schema, data)), 'file'));
}

/**
 * Reads the index of a block file, of which a single changed bit is noticed, and checks its label and columns.
 *
 * @throws saying what is wrong with a file that is torn or changed; ForeignBlock when it is another experiment's.
 */
export function inspectBlock(bytes: Uint8Array, label: BlockLabel, layout: Layout): BlockIndex {
  const table = arrow.tableFromIPC(unbroken(bytes));
  const { metadata, fields } = table.schema;
  if (metadata.get('experiment') !== label.experiment) throw new ForeignBlock('block: of another experiment');
  const node = metadata.get('node') ?? nodeMajor();
  if (node !== nodeMajor())
    throw new ForeignBlock(`block: made by Node ${node}, expected Node ${nodeMajor()}`);
  if (metadata.get('point') !== label.point || metadata.get('from') !== String(label.from)) {
    throw new Error('block: of another point or replication');
  }
  if (fields.length !== layout.fields.length + 1) throw new Error('block: has other columns');
  const columns = layout.fields.map(({ column, width }, index) => {
    if (fields[index + 1].name !== column.name) throw new Error(`block: has no column ${column.name}`);
    const data = table.getChildAt(index + 1)?.data ?? [];
    if (data.length !== 1) throw new Error(`block: ${data.length} batches, expected one`);
    const values: unknown = column.kind === 'series' ? data[0].children[0].values : data[0].values;
    if (!(values instanceof Float64Array) || values.length !== table.numRows * width) {
      throw new Error(`block: column ${column.name} has another size`);
    }
    if (values.buffer !== bytes.buffer) throw new Error(`block: column ${column.name} is not aligned`);
    return values;
  });
  return {
    rows: table.numRows,
    byteOffsets: columns.map((values) => values.byteOffset - bytes.byteOffset),
  };
}

/** Length of the footer as a 32-bit number, then `ARROW1`: the end of every file. */
const TAIL_BYTES = 4 + 6;
const SEAL_BYTES = 32;

/**
 * Puts the SHA-256 of a file between its last message and its footer, where nobody looks: messages are found by their
 * places in the footer, and those do not move.
 *
 * Source: Apache Arrow, columnar format, "IPC File Format".
 */
function sealed(file: Uint8Array): Uint8Array {
  const at = file.byteLength - TAIL_BYTES - footerBytes(file);
  const whole = new Uint8Array(file.byteLength + SEAL_BYTES);
  whole.set(file.subarray(0, at));
  whole.set(file.subarray(at), at + SEAL_BYTES);
  whole.set(sealOf(whole, at), at);
  return whole;
}

/**
 * A file with the seal that it should have. It is looked at before the library reads the file, which has no end with
 * some lengths that one flipped bit makes.
 *
 * @throws where it has another.
 */
function unbroken(file: Uint8Array): Uint8Array {
  const at =
    file.byteLength < TAIL_BYTES ? -1 : file.byteLength - TAIL_BYTES - footerBytes(file) - SEAL_BYTES;
  if (
    at < 0 ||
    at + SEAL_BYTES > file.byteLength ||
    !sealOf(file, at).equals(file.subarray(at, at + SEAL_BYTES))
  )
    throw new Error('block: checksum does not match');
  return file;
}

function footerBytes({ buffer, byteOffset, byteLength }: Uint8Array): number {
  return new DataView(buffer, byteOffset, byteLength).getInt32(byteLength - TAIL_BYTES, true);
}

/** The SHA-256 of all bytes of a file but those of the seal. */
function sealOf(file: Uint8Array, at: number): Buffer {
  return createHash('sha256')
    .update(file.subarray(0, at))
    .update(file.subarray(at + SEAL_BYTES))
    .digest();
}
