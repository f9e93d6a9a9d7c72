/** Reads ClickHouse statements just far enough to route and refuse them; the engine's own parser has the last word. */
@NullMarked
package nl.mjpmonitor.ops.clickhouse.sql;

import org.jspecify.annotations.NullMarked;
