/** Where the cases on undermining crime stand: which step they are in, how long, and which stand still. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.warehouse.casework;
