/** One search over figures, areas and views. */
@NullMarked
package nl.mjpmonitor.dashboard.search;

import org.jspecify.annotations.NullMarked;
