/** What was revised: figures that a source stated otherwise at one moment than at another. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.revisions;
