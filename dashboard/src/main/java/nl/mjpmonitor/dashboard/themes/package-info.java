/** Everything that is known of one theme of the programme: its indicators by year, with their definitions. */
@NullMarked
package nl.mjpmonitor.dashboard.themes;

import org.jspecify.annotations.NullMarked;
