package nl.mjpmonitor.dashboard.review;

import java.util.Optional;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;

/**
 * An open signal, as the Maandbeeld needs it.
 *
 * @param indicator the indicator it is about; empty when it is about something else
 * @param sentence what is the matter, in the reader's language
 */
record MeetingSignal(Optional<IndicatorId> indicator, String sentence) {}
