/** The files of the catalogue, read against their schemas: every problem says file, line and what to change. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.catalogue;
