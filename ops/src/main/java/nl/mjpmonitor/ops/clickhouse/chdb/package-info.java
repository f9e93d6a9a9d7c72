/** Binding of the embedded ClickHouse engine ({@code libchdb}) by {@code java.lang.foreign}. */
@NullMarked
package nl.mjpmonitor.ops.clickhouse.chdb;

import org.jspecify.annotations.NullMarked;
