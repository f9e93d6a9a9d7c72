package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.router.QueryParameters;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;

/**
 * What an address asks for.
 *
 * @param month the month
 * @param area the area
 * @param isUnderstood whether the address named a month and an area that exist, or none; else the usual ones stand in their place
 */
record ReviewAddress(YearMonth month, Area area, boolean isUnderstood) {

    /** Reads an address; without a month the newest complete one is looked up. */
    static ReviewAddress of(QueryParameters parameters, ReviewSources sources) {
        ReviewSubject subject = sources.subject();
        Optional<String> monthWord = parameters.getSingleParameter(ReviewKey.MONTH);
        Optional<String> areaWord = parameters.getSingleParameter(ReviewKey.AREA);
        Optional<YearMonth> month = monthWord.flatMap(ReviewAddress::parse).filter(subject.months()::contains);
        Optional<Area> area = areaWord.flatMap(code -> subject.areas().stream()
                .filter(one -> one.code().value().equals(code))
                .findFirst());
        return new ReviewAddress(
                month.orElseGet(() -> newest(sources)),
                area.orElseGet(subject::municipality),
                month.isPresent() == monthWord.isPresent() && area.isPresent() == areaWord.isPresent());
    }

    ReviewKey key() {
        return new ReviewKey(month, area.code());
    }

    private static Optional<YearMonth> parse(String word) {
        try {
            return Optional.of(YearMonth.parse(word));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** Waits for the warehouse no longer than any page does. */
    private static YearMonth newest(ReviewSources sources) {
        Probe probe = new Probe();
        Subscription subscription = sources.live().watch(sources.subject().probe(), probe::take);
        subscription.end();
        return probe.month.orElseGet(sources.subject()::lastMonth);
    }

    private static final class Probe {

        private Optional<YearMonth> month = Optional.empty();

        void take(FigureState state) {
            month = switch (state) {
                case FigureState.Current(List<IndicatorSeries> series, var _) -> NewestMonth.of(series);
                case FigureState.Stale(List<IndicatorSeries> series, var _) -> NewestMonth.of(series);
                case FigureState.Loading _, FigureState.Failed _ -> Optional.empty();
            };
        }
    }
}
