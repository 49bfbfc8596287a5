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
  const columns: Float64Array[] = [];
  for (const { column, offset, width } of layout.fields) {
    const values = new Float64Array(rows * width);
    for (let row = 0; row < rows; row++) {
      const start = row * layout.width + offset;
      for (let index = 0; index < width; index++) values[row * width + index] = packed[start + index];
    }
    columns.push(values);
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
    ['sha256', checksum(label, columns)],
  ]);
  const schema = new arrow.Schema(fields, metadata);
  const data = arrow.makeData({ type: new arrow.Struct(fields), length: rows, nullCount: 0, children });
  return arrow.tableToIPC(new arrow.Table(schema, new arrow.RecordBatch(schema, data)), 'file');
}

/**
 * Reads the index of a block file and checks its label, columns and checksum.
 *
 * @throws saying what is wrong with a file that is torn or changed; ForeignBlock when it is another experiment's.
 */
export function inspectBlock(bytes: Uint8Array, label: BlockLabel, layout: Layout): BlockIndex {
  const table = arrow.tableFromIPC(framed(bytes));
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
  if (metadata.get('sha256') !== checksum(label, columns)) throw new Error('block: checksum does not match');
  return {
    rows: table.numRows,
    byteOffsets: columns.map((values) => values.byteOffset - bytes.byteOffset),
  };
}

const MAGIC = 'ARROW1';
/** Magic and padding, as what follows begins at a multiple of 8. */
const HEAD_BYTES = 8;
/** Length of the footer, and the magic once more. */
const TAIL_BYTES = 4 + MAGIC.length;

/**
 * A file whose lengths fit its size. The library has no end with a first length below 0, as one flipped bit makes it.
 *
 * Source: Apache Arrow, columnar format, "IPC File Format" and "Encapsulated message format".
 *
 * @throws where they do not.
 */
function framed(bytes: Uint8Array): Uint8Array {
  const size = bytes.byteLength;
  const isMagic = (at: number): boolean =>
    [...MAGIC].every((sign, i) => bytes[at + i] === sign.codePointAt(0));
  if (size < HEAD_BYTES + 8 + TAIL_BYTES || !isMagic(0) || !isMagic(size - MAGIC.length))
    throw new Error('block: no whole Arrow file');
  const view = new DataView(bytes.buffer, bytes.byteOffset, size);
  const footer = view.getInt32(size - TAIL_BYTES, true);
  const first = view.getInt32(HEAD_BYTES + 4, true);
  const isFirst = view.getInt32(HEAD_BYTES, true) === -1 && first > 0;
  if (!isFirst || footer <= 0 || HEAD_BYTES + 8 + first > size - TAIL_BYTES - footer)
    throw new Error('block: lengths that do not fit its size');
  return bytes;
}

function checksum(label: BlockLabel, columns: readonly Float64Array[]): string {
  const hash = createHash('sha256').update(`${label.experiment}\n${label.point}\n${label.from}\n`);
  for (const values of columns) {
    hash.update(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  return hash.digest('hex');
}
