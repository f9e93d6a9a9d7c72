package nl.mjpmonitor.dashboard.review;

import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.live.FigureRequest;
import nl.mjpmonitor.dashboard.live.FigureState;
import nl.mjpmonitor.dashboard.live.PageDelivery;
import nl.mjpmonitor.dashboard.live.Subscription;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.calendar.HotTime;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;

/**
 * Keeps one Maandbeeld up to date for one page. All figures of the month are one question. Only the topics by area are asked apart:
 * which those are follows from the figures, and another topic must not ask the whole month again.
 */
final class ReviewFeed {

    /** Who shows it. Everything is called while the session of the page is held. */
    interface Listener {

        /** How it is with the figures; called before each Maandbeeld, and alone when there is none. */
        void state(FigureState state);

        void review(Review review);
    }

    private final ReviewSources sources;
    private final Area area;
    private final ReviewKey key;
    private final Listener listener;
    private final List<Chapter> chapters;
    private final List<Indicator> indicators;
    private final List<Area> parts;
    private final List<MeetingSignal> signals;
    private final List<HotTime> outlook;

    private ReviewPapers papers;
    private Optional<Review> shown = Optional.empty();
    private FigureRequest partsRequest = new FigureRequest(List.of());
    private List<IndicatorSeries> partsAnswer = List.of();
    private Subscription figures = () -> {};
    private Subscription topics = () -> {};
    private boolean isDelivering;
    private boolean isEnded;

    ReviewFeed(ReviewSources sources, ReviewKey key, Area area, Locale locale, Listener listener) {
        this.sources = sources;
        this.key = key;
        this.area = area;
        this.listener = listener;
        this.chapters = sources.subject().chapters(area);
        this.indicators = chapters.stream()
                .flatMap(chapter -> chapter.indicators().stream())
                .toList();
        this.parts = sources.subject().parts(area);
        this.signals = sources.signals(key, locale);
        this.outlook = sources.outlook(key);
        this.papers = sources.desk().papers(key);
    }

    /** Shows what there is, and from then on everything new. */
    void start(UI ui) {
        figures = watch(ui, ReviewSubject.request(key, indicators, papers.lastTime()), () -> !isEnded, state -> {
            listener.state(state);
            switch (state) {
                case FigureState.Current(var series, var readAt) -> show(ui, series, readAt, false);
                case FigureState.Stale(var series, var confirmedAt) -> show(ui, series, confirmedAt, true);
                case FigureState.Loading _, FigureState.Failed _ -> shown = Optional.empty();
            }
        });
    }

    void end() {
        isEnded = true;
        figures.end();
        topics.end();
    }

    ReviewPapers papers() {
        return papers;
    }

    /** Shows the Maandbeeld with what somebody wrote just now. */
    void agendaChanged(UI ui, Agenda agenda) {
        papers = papers.with(agenda);
        shown.ifPresent(review -> deliver(ui, review));
    }

    /** Reads again what people wrote, and shows it. */
    void reread(UI ui) {
        papers = sources.desk().papers(key);
        shown.ifPresent(review -> deliver(ui, review));
    }

    private void show(UI ui, List<IndicatorSeries> series, Instant readAt, boolean isStale) {
        Set<IndicatorId> signalled =
                signals.stream().flatMap(signal -> signal.indicator().stream()).collect(Collectors.toSet());
        ReviewFigures read = sources.figures().of(key, indicators, series, signalled);
        deliver(ui, new Review(area, chapters, read, readAt, isStale, papers, List.of(), List.of(), signals, outlook));
    }

    private void deliver(UI ui, Review review) {
        List<ReviewLine> chosen = topics(review.figures());
        List<Indicator> asked = chosen.stream().map(ReviewLine::indicator).toList();
        isDelivering = true;
        watchParts(ui, sources.subject().partsRequest(key, asked, parts));
        isDelivering = false;
        Review next = review.with(papers, chosen, PartFigure.of(key, asked, parts, partsAnswer));
        shown = Optional.of(next);
        listener.review(next);
    }

    private List<ReviewLine> topics(ReviewFigures read) {
        List<Topic> chosen = papers.agenda().content().topics();
        return chosen.isEmpty()
                ? ReviewRanking.suggested(read.lines())
                : chosen.stream()
                        .flatMap(topic -> read.line(new IndicatorId(topic.indicator())).stream())
                        .toList();
    }

    private void watchParts(UI ui, FigureRequest request) {
        if (request.equals(partsRequest)) {
            return;
        }
        topics.end();
        partsRequest = request;
        partsAnswer = List.of();
        topics = request.series().isEmpty()
                ? () -> {}
                : watch(ui, request, () -> !isEnded && request.equals(partsRequest), state -> {
                    switch (state) {
                        case FigureState.Current(var series, var _) -> showParts(ui, series);
                        case FigureState.Stale(var series, var _) -> showParts(ui, series);
                        // the page says already how it is with the figures
                        case FigureState.Loading _, FigureState.Failed _ -> {}
                    }
                });
    }

    private void showParts(UI ui, List<IndicatorSeries> series) {
        partsAnswer = series;
        if (isDelivering) {
            return;
        }
        shown.ifPresent(review -> deliver(ui, review));
    }

    private Subscription watch(UI ui, FigureRequest request, BooleanSupplier isWanted, Consumer<FigureState> show) {
        return sources.live().watch(request, PageDelivery.to(ui, state -> {
            if (isWanted.getAsBoolean()) {
                show.accept(state);
            }
        }));
    }
}
