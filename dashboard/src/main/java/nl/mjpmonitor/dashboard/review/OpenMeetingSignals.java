package nl.mjpmonitor.dashboard.review;

import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.dashboard.signals.ThemeSignals;
import org.springframework.stereotype.Component;

/** The signals that are open now, whatever month is looked at: a meeting is about what asks for a decision today. */
@Component
class OpenMeetingSignals implements MeetingSignals {

    private final ThemeSignals signals;

    OpenMeetingSignals(ThemeSignals signals) {
        this.signals = signals;
    }

    @Override
    public List<MeetingSignal> open(ReviewKey key, Locale locale) {
        return signals.open(key.area()).stream()
                .map(signal ->
                        new MeetingSignal(signal.indicator(), signal.sentence().in(locale)))
                .toList();
    }
}
