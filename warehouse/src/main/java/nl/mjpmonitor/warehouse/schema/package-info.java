/** Creation and migration of the ClickHouse databases. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.schema;
