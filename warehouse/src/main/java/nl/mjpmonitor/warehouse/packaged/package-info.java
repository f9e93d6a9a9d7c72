/** The files that are packaged with this module: catalogue, SQL, reference data. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.packaged;
