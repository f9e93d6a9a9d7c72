/** The figures that the municipality published, each with document and quote, and which question to the warehouse gives it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.published;
