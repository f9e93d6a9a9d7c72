package nl.mjpmonitor.dashboard.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import nl.mjpmonitor.dashboard.access.SeriesGate;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.indicators.FigureSources;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.quality.FigureSource;
import nl.mjpmonitor.warehouse.quality.FigureTokens;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of all open pages. Each distinct series is read once per change of what its figures are made of, however many pages
 * show it, and when a month begins, because the newest months are provisional. When the last of them closes, its figures stay for who
 * asks the same before anything of it changed; of the last {@value #CLOSED_KEPT} such requests, and as long as any page is open.
 *
 * <p>When the warehouse does not answer, pages keep their last figures as {@link FigureState.Stale} and get new ones by
 * themselves as soon as it does.
 */
public final class LiveFigures {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFigures.class);
    private static final int CLOSED_KEPT = 100;

    /** So many series are read anew in one question: a few pages' worth, so that who opens a page meanwhile gets a turn soon. */
    private static final int ANEW_AT_ONCE = 200;

    /** How long each question of pages that are read anew may wait for those who open one. */
    private static final Duration READERS_FIRST = Duration.ofMillis(100);

    private final IndicatorQuery query;
    private final FigureSources sources;
    private final SeriesGate gate;
    private final FirstQuestions firstQuestions;
    private final Clock clock;
    private final Duration patience;
    private final Timer firstAnswers;
    private final Map<FigureRequest, Page> pages = new HashMap<>();
    private final SequencedMap<FigureRequest, Page> closed = new LinkedHashMap<>();

    /** How the warehouse was at the last look; empty when nobody looks, or when it does not answer. */
    private Optional<Look> newest = Optional.empty();

    /** How the warehouse was, and in which month that was. */
    private record Look(FigureTokens tokens, YearMonth month) {}

    /**
     * Readers share pages, so figures are read on nobody's behalf; who may see them is decided at the gate.
     *
     * @param patience how long a page may wait for its first figures before it shows that they are on their way
     */
    LiveFigures(
            IndicatorQuery query,
            FigureSources sources,
            SeriesGate gate,
            FirstQuestions firstQuestions,
            Clock clock,
            Duration patience,
            MeterRegistry meters) {
        this.query = query;
        this.sources = sources;
        this.gate = gate;
        this.firstQuestions = firstQuestions;
        this.clock = clock;
        this.patience = patience;
        this.firstAnswers = Timer.builder("mjp.live.answer")
                .description("From the first question of a page to its figures")
                .publishPercentiles(0.5, 0.95)
                .register(meters);
    }

    /**
     * Delivers the state of the figures now, in the calling thread, and after that every new state, in a thread that reads
     * the warehouse; then the listener must not block.
     *
     * @throws nl.mjpmonitor.dashboard.access.OutOfScopeException when the reader of the calling thread may not see all of it
     */
    public Subscription watch(FigureRequest request, Consumer<FigureState> listener) {
        gate.admit(request.series());
        Page page = opened(request);
        page.awaitFirstAnswer();
        try {
            return followed(request, page, listener);
        } catch (RuntimeException e) {
            leave(request, page, listener);
            throw e;
        }
    }

    /** Shows what is known for as long as there is news; neither other pages nor the reader of the warehouse wait for that. */
    private Subscription followed(FigureRequest request, Page page, Consumer<FigureState> listener) {
        Page open = page;
        boolean isUpToDate = false;
        while (!isUpToDate) {
            FigureState shown = open.state;
            listener.accept(shown);
            synchronized (pages) {
                // the last other page may have closed in the meantime
                Page former = open;
                open = pages.computeIfAbsent(request, again -> former);
                closed.remove(request);
                isUpToDate = !Page.isNews(shown, open.state);
                if (isUpToDate) {
                    open.listeners.add(listener);
                }
            }
        }
        Page followed = open;
        return () -> leave(request, followed, listener);
    }

    /** The page that is open, or that was closed before anything changed, or else a new one whose first question is on its way. */
    private Page opened(FigureRequest request) {
        Page page;
        synchronized (pages) {
            Page former = pages.containsKey(request) ? pages.get(request) : reopened(request);
            page = former == null ? new Page(request, newest) : former;
            pages.put(request, page);
            if (former != null) {
                return former;
            }
        }
        Timer.Sample begin = Timer.start();
        firstQuestions.execute(() -> {
            page.readFirst();
            begin.stop(firstAnswers);
        });
        return page;
    }

    /** What a page showed that was closed, when nothing changed since. */
    private @Nullable Page reopened(FigureRequest request) {
        Page page = closed.remove(request);
        return page != null && newest.filter(page::isOf).isPresent() ? page : null;
    }

    private void leave(FigureRequest request, Page page, Consumer<FigureState> listener) {
        synchronized (pages) {
            page.listeners.remove(listener);
            if (page.listeners.isEmpty() && pages.remove(request, page)) {
                closed.putLast(request, page);
                if (closed.size() > CLOSED_KEPT) {
                    closed.pollFirstEntry();
                }
            }
            if (pages.isEmpty()) {
                // from now on nobody looks whether anything changes
                closed.clear();
                newest = Optional.empty();
            }
        }
    }

    /** Whether any page is open. */
    boolean isWatched() {
        synchronized (pages) {
            return !pages.isEmpty();
        }
    }

    /** Reads of every page the series that do not belong to these tokens. */
    void refresh(FigureTokens tokens) {
        Look look = new Look(tokens, YearMonth.now(clock.withZone(ZoneOffset.UTC)));
        synchronized (pages) {
            newest = pages.isEmpty() ? Optional.empty() : Optional.of(look);
        }
        List<Page> together = new ArrayList<>();
        Set<SeriesRequest> asked = new LinkedHashSet<>();
        for (Page page : openPages()) {
            List<SeriesRequest> outdated = page.outdated(look);
            if (!outdated.isEmpty()) {
                if (asked.size() + outdated.size() > ANEW_AT_ONCE) {
                    readAnew(together, asked, look);
                    together.clear();
                    asked.clear();
                }
                together.add(page);
                asked.addAll(outdated);
            }
        }
        readAnew(together, asked, look);
    }

    /** One question for all these pages. When it fails each asks for itself, so that none takes the others along. */
    private void readAnew(List<Page> together, Set<SeriesRequest> asked, Look look) {
        if (together.isEmpty()) {
            return;
        }
        firstQuestions.letPass(READERS_FIRST);
        try {
            Map<SeriesRequest, IndicatorSeries> answers = query.series(List.copyOf(asked)).stream()
                    .collect(Collectors.toMap(IndicatorSeries::request, Function.identity()));
            together.forEach(page -> page.take(answers, look));
        } catch (RuntimeException e) {
            LOG.debug("Open pages could not be read at once: {}", e.getMessage());
            together.forEach(page -> page.readAnew(look));
        }
    }

    /** Tells every page that the warehouse does not answer. */
    void lostSight() {
        synchronized (pages) {
            newest = Optional.empty();
        }
        openPages().forEach(Page::lostSight);
    }

    private List<Page> openPages() {
        synchronized (pages) {
            return new ArrayList<>(pages.values());
        }
    }

    /** The figures of one request. They are read by one thread at a time, so that its states never overtake each other. */
    private final class Page {
        private final FigureRequest request;
        private final Set<FigureSource> madeOf;
        private final List<Consumer<FigureState>> listeners = new CopyOnWriteArrayList<>();
        private final CountDownLatch firstAnswer = new CountDownLatch(1);
        private volatile FigureState state = new FigureState.Loading();

        /** What is shown holds everything up to this look. */
        private volatile Optional<Look> look;

        private Instant confirmedAt = Instant.EPOCH;

        /** @param look one before anything is read */
        Page(FigureRequest request, Optional<Look> look) {
            this.request = request;
            this.madeOf = sources.of(request.series().stream()
                    .map(SeriesRequest::indicator)
                    .distinct()
                    .toList());
            this.look = look;
        }

        /** Whether what is shown is what it would be if it were read at that look. */
        boolean isOf(Look other) {
            return state instanceof FigureState.Current
                    && look.filter(own -> own.month().equals(other.month())
                                    && own.tokens().areThoseOf(other.tokens(), madeOf))
                            .isPresent();
        }

        void awaitFirstAnswer() {
            try {
                boolean isAnswered = firstAnswer.await(patience.toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("first answer in time: {}", isAnswered);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        /**
         * The series that would be others if they were read at that look: none while the first question is on its way, all when that is
         * not known.
         */
        synchronized List<SeriesRequest> outdated(Look newest) {
            if (state instanceof FigureState.Loading) {
                return List.of();
            }
            if (isOf(newest)) {
                look = Optional.of(newest);
                confirmedAt = clock.instant();
                return List.of();
            }
            return look.filter(own ->
                            state instanceof FigureState.Current && own.month().equals(newest.month()))
                    .map(own -> request.series().stream()
                            .filter(series ->
                                    !own.tokens().areThoseOf(newest.tokens(), sources.of(List.of(series.indicator()))))
                            .toList())
                    .orElse(request.series());
        }

        /** Shows these answers in the place of those to the same requests. */
        synchronized void take(Map<SeriesRequest, IndicatorSeries> answers, Look known) {
            List<IndicatorSeries> shown = state instanceof FigureState.Current current ? current.series() : List.of();
            show(
                    IntStream.range(0, request.series().size())
                            .mapToObj(place -> Optional.ofNullable(
                                            answers.get(request.series().get(place)))
                                    .orElseGet(() -> shown.get(place)))
                            .toList(),
                    Optional.of(known));
        }

        synchronized void readAnew(Look known) {
            read(Optional.of(known));
        }

        synchronized void readFirst() {
            read(look);
        }

        private void read(Optional<Look> known) {
            try {
                show(query.series(request.series()), known);
            } catch (WarehouseException e) {
                LOG.warn("The figures of an open page could not be read: {}", e.getMessage());
                lostSight();
            } catch (RuntimeException e) {
                LOG.error("The figures of an open page could not be read for an unforeseen reason", e);
                lostSight();
            } finally {
                firstAnswer.countDown();
            }
        }

        synchronized void lostSight() {
            show(
                    switch (state) {
                        case FigureState.Current current -> new FigureState.Stale(current.series(), confirmedAt);
                        case FigureState.Stale stale -> stale;
                        case FigureState.Failed failed -> failed;
                        case FigureState.Loading _ -> new FigureState.Failed();
                    });
        }

        private void show(List<IndicatorSeries> series, Optional<Look> known) {
            look = known;
            confirmedAt = clock.instant();
            show(new FigureState.Current(series, confirmedAt));
        }

        private void show(FigureState next) {
            FigureState previous = state;
            synchronized (pages) {
                state = next;
                if (isNews(previous, next)) {
                    listeners.forEach(listener -> listener.accept(next));
                }
            }
        }

        /** The same figures read again are no news. */
        private static boolean isNews(FigureState previous, FigureState next) {
            if (previous instanceof FigureState.Current before && next instanceof FigureState.Current after) {
                return !before.series().equals(after.series());
            }
            return !previous.equals(next);
        }
    }
}
