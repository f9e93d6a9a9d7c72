package nl.mjpmonitor.dashboard.quality;

import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.revisions.Revision;

/** A figure that was revised, with what it is about. */
record RevisedFigure(Indicator indicator, Area area, Revision revision) {}
