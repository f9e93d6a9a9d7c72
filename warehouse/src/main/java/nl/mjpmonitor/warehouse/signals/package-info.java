/** Signals: what in the figures asks for a look, the rules that make them and the sentences that explain them. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.signals;
