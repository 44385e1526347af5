/** How columns of PostgreSQL are read and written. */
import type { ColumnType } from 'kysely';

export type Json<Value> = ColumnType<Value, string, string>;
export type NullableJson<Value> = ColumnType<Value | null, string | undefined, string>;
/** `timestamptz`; read and written as ISO text. */
export type Instant = string;
