package nl.mjpmonitor.dashboard.review;

import java.util.List;
import java.util.Locale;

/**
 * The open signals of an area that the reader of this thread may see, the newest first. Without an implementation there
 * are none, and the ranking goes by the figures alone.
 */
interface MeetingSignals {

    List<MeetingSignal> open(ReviewKey key, Locale locale);
}
