/** Kills parts of a running chain at random while its sources change, and looks whether anything was lost. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.chaos;
