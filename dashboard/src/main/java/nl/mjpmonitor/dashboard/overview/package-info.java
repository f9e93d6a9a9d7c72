/** The state of the whole programme in one glance, and what changed since the reader was here before. */
@NullMarked
package nl.mjpmonitor.dashboard.overview;

import org.jspecify.annotations.NullMarked;
