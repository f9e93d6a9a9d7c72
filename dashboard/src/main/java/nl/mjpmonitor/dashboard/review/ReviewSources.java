package nl.mjpmonitor.dashboard.review;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import nl.mjpmonitor.dashboard.live.LiveFigures;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.calendar.HotTime;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Where a Maandbeeld comes from. */
@Component
class ReviewSources {

    private static final int MONTHS_AHEAD = 2;

    private final ReviewSubject subject;
    private final ReviewDesk desk;
    private final LiveFigures live;
    private final SharedFigures figures;
    private final ObjectProvider<MeetingSignals> signals;
    private final SafetyCalendar calendar = SafetyCalendar.load();

    ReviewSources(
            ReviewSubject subject,
            ReviewDesk desk,
            LiveFigures live,
            Areas areas,
            ObjectProvider<MeetingSignals> signals) {
        this.subject = subject;
        this.desk = desk;
        this.live = live;
        this.figures = new SharedFigures(areas.population());
        this.signals = signals;
    }

    ReviewSubject subject() {
        return subject;
    }

    ReviewDesk desk() {
        return desk;
    }

    LiveFigures live() {
        return live;
    }

    /** The figures in answers to {@link ReviewSubject#request}. */
    SharedFigures figures() {
        return figures;
    }

    List<MeetingSignal> signals(ReviewKey key, Locale locale) {
        return signals.stream()
                .flatMap(source -> source.open(key, locale).stream())
                .toList();
    }

    /** What is coming in the two months after the month. */
    List<HotTime> outlook(ReviewKey key) {
        LocalDate first = key.month().plusMonths(1).atDay(1);
        LocalDate last = key.month().plusMonths(MONTHS_AHEAD).atEndOfMonth();
        return calendar.hotTimes(first, last);
    }
}
