/** The whole chain under test: real processes, from a commit in a source database to a figure on the screen. */
@org.jspecify.annotations.NullMarked
package nl.mjpmonitor.ops.chain;
