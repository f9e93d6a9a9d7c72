/** Public figures for everybody, without login: a catalogue for programs and a file an indicator. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.opendata;
