/** Tests of the parts of the gateway that need no engine. */
package nl.mjpmonitor.ops.clickhouse.gateway;
