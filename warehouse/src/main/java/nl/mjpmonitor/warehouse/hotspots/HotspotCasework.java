package nl.mjpmonitor.warehouse.hotspots;

import java.util.Optional;

/**
 * What casework made of the location of a potential hotspot, in the words of the Melddesk.
 *
 * @param status how far it is, such as {@code identified} or {@code dismissed}
 * @param outcome {@code leefbaarheid} or {@code veiligheid}; empty as yet
 * @param lead {@code oov} or {@code lwa}; empty as yet
 * @param origin {@code public_space} or {@code dwelling}
 */
public record HotspotCasework(String status, Optional<String> outcome, Optional<String> lead, String origin) {}
