/** Signals: what in the figures asks for a look, by rules that are written down. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.signals;
