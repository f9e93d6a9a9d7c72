/**
 * ClickHouse's HTTP interface in front of the embedded engine, close enough for the official JDBC driver and client to work
 * unmodified. {@link HttpGateway} is its door; a request is read by {@link StatementReader}, routed by {@link StatementService}, and
 * answered through {@link Answer}.
 */
@NullMarked
package nl.mjpmonitor.ops.clickhouse.gateway;

import org.jspecify.annotations.NullMarked;
