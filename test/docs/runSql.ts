// Prints the rows of the last of some SQL statements, run by DuckDB in the folder that this process is in.
import { DuckDBInstance } from '@duckdb/node-api';

const connection = await (await DuckDBInstance.create(':memory:')).connect();
let rows: unknown = [];
for (const statement of process.argv[2].trim().split(/;\n?/)) {
  if (statement !== '') rows = (await connection.runAndReadAll(statement)).getRowsJson();
}
console.log(JSON.stringify(rows));
