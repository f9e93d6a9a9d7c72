/**
 * ClickHouse for a stack that brings its own: {@link ClickHouseEngine} chooses between a given server, a local binary and the
 * embedded engine; {@link EngineLibrary} fetches the latter, {@link GatewayMain} runs it behind ClickHouse's HTTP interface.
 */
@NullMarked
package nl.mjpmonitor.ops.clickhouse;

import org.jspecify.annotations.NullMarked;
