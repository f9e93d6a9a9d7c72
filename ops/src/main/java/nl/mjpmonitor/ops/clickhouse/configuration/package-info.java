/** Templates of the configuration files that ClickHouse reads, server or embedded. */
@NullMarked
package nl.mjpmonitor.ops.clickhouse.configuration;

import org.jspecify.annotations.NullMarked;
