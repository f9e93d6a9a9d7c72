/** What crosses from Kafka into the job: change events, the contracts they must keep, and the events that broke one. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.change;
