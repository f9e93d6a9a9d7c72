/** The handbook of the indicators, {@code docs/indicators.md}: the catalogue for readers, in Dutch. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.handbook;
