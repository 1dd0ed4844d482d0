import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { Pool } from 'pg';
import { z } from 'zod';

export const migrationsDirectory = path.join(import.meta.dirname, 'migrations');
export const schemaFile = path.join(import.meta.dirname, 'schema.prisma');

/** No table and no enum is managed by somebody else. */
export const noFilters = { externalTables: [], externalEnums: [] };

const Exports = z.custom<WebAssembly.Exports & { __wbindgen_start(): void }>(
  (value) => typeof value === 'object' && value !== null && '__wbindgen_start' in value,
);

/** The engine never clears the 10 s timer of its lock; without this it would hold every process for as long. */
const setUnheldTimeout = (callback: () => void, ms: number) => setTimeout(callback, ms).unref();

let loading: Promise<void> | undefined;

async function loadWasm() {
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm/schema_engine_bg');
  const bytes = await readFile(path.join(path.dirname(entry), 'schema_engine_bg.wasm'));
  const { instance } = await WebAssembly.instantiate(bytes, {
    './schema_engine_bg.js': Object.fromEntries(
      Object.entries(bindings).map(([name, value]) => [
        name,
        name.startsWith('__wbg_setTimeout_') ? setUnheldTimeout : value,
      ]),
    ),
  });
  const exported = Exports.parse(instance.exports);
  bindings.__wbg_set_wasm(exported);
  exported.__wbindgen_start();
}

/**
 * Lends Prisma's schema engine as WebAssembly: the CLI's native engine is a download that an offline machine does not get.
 * Its connections are closed when `work` is done.
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  work: (engine: bindings.SchemaEngine) => Promise<T>,
): Promise<T> {
  loading ??= loadWasm();
  await loading;
  const pool = new Pool({ connectionString: databaseUrl, max: 1, idleTimeoutMillis: 0 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(withWholeScripts(new PrismaPg(pool), pool));
    const engine = await bindings.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter);
    const result = await work(engine);
    engine.free();
    return result;
  } finally {
    await pool.end();
  }
}

/** Prisma's adapter cuts a script at every semicolon, also inside a function's body; PostgreSQL takes it whole. */
function withWholeScripts(factory: PrismaPg, pool: Pool): PrismaPg {
  const connect = factory.connect.bind(factory);
  factory.connect = async () => {
    const adapter = await connect();
    adapter.executeScript = async (script) => {
      await pool.query(script);
    };
    return adapter;
  };
  return factory;
}
