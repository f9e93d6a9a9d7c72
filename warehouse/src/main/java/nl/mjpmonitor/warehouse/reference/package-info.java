/** Reading of reference data: packaged CSV files, each replaceable by one of a municipality's own. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.reference;
