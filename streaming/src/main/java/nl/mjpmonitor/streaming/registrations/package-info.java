/** What is counted in the stream: which cells a row counts in, and how many each cell counts as known at any moment. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.registrations;
