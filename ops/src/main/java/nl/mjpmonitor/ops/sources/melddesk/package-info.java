/** The demo source system of nuisance reports, hotspots and dwelling nuisance. */
@NullMarked
package nl.mjpmonitor.ops.sources.melddesk;

import org.jspecify.annotations.NullMarked;
