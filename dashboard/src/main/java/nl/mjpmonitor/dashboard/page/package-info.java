/** The frame of a page with figures of one area: its heading, the choice of the area, and the notice of how it is with the figures. */
@NullMarked
package nl.mjpmonitor.dashboard.page;

import org.jspecify.annotations.NullMarked;
