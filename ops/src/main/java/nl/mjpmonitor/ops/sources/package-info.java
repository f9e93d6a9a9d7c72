/** The demo source systems: one package each, with its schema and the generator of its data. */
@NullMarked
package nl.mjpmonitor.ops.sources;

import org.jspecify.annotations.NullMarked;
