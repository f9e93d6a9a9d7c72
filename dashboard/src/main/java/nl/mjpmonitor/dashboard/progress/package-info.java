/** Work that takes a while: how far it is, and stopping it. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.dashboard.progress;
