/** Where the job's results go: tables of the warehouse, and the topic of rejected events. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.sink;
