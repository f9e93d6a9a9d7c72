/**
 * Starts the whole chain as child processes, keeps them running, tells how they are and stops them. {@link Stack} is the chain;
 * {@link Main} its commands.
 */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.launcher;
