/** The way of cases through LWO, ATOM, MOT and RIEC: which step they are in, how long, and whether they stand still. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.streaming.casework;
