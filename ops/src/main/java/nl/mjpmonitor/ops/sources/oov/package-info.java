/** The demo source system of public order and safety. */
@NullMarked
package nl.mjpmonitor.ops.sources.oov;

import org.jspecify.annotations.NullMarked;
