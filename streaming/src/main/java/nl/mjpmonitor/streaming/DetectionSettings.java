package nl.mjpmonitor.streaming;

import nl.mjpmonitor.streaming.casework.StepNorms;
import nl.mjpmonitor.streaming.hotspots.HotspotSettings;

/**
 * When the job points something out.
 *
 * @param hotspots when repeated nuisance makes a potential hotspot
 * @param norms how long a case may be in a step
 */
public record DetectionSettings(HotspotSettings hotspots, StepNorms norms) {

    /** What holds unless options say otherwise. */
    public static final DetectionSettings DEFAULT = new DetectionSettings(HotspotSettings.DEFAULT, StepNorms.DEFAULT);
}
