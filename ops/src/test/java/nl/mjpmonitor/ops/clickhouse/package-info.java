/** Tests that hold the embedded ClickHouse to what a server does. */
package nl.mjpmonitor.ops.clickhouse;
