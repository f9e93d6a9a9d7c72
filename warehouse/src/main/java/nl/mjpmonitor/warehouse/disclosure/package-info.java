/**
 * Which figures are withheld because they are small, and which with them because the small ones would follow from them.
 *
 * <p>Numbers in, a pattern out: nothing here knows indicators, queries or clocks. How it works and why that is safe stands at
 * {@link nl.mjpmonitor.warehouse.disclosure.YearPattern}.
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.disclosure;
