/** Tests of reading statements. */
package nl.mjpmonitor.ops.clickhouse.sql;
