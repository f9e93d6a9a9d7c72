package nl.mjpmonitor.dashboard.live;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.access.SeriesGate;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of all open pages. Each distinct request is read once per change of the warehouse, however many pages show it.
 * When the last of them closes, its figures stay for who asks the same before anything changed; of the last {@value #CLOSED_KEPT} such
 * requests, and as long as any page is open.
 *
 * <p>When the warehouse does not answer, pages keep their last figures as {@link FigureState.Stale} and get new ones by
 * themselves as soon as it does.
 */
public final class LiveFigures {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFigures.class);
    private static final int CLOSED_KEPT = 100;

    private final IndicatorQuery query;
    private final SeriesGate gate;
    private final FirstQuestions firstQuestions;
    private final Clock clock;
    private final Duration patience;
    private final Timer firstAnswers;
    private final Map<FigureRequest, Page> pages = new HashMap<>();
    private final SequencedMap<FigureRequest, Page> closed = new LinkedHashMap<>();

    /** The token of the warehouse at the last look; empty when nobody looks, or when it does not answer. */
    private Optional<String> newest = Optional.empty();

    /**
     * Readers share pages, so figures are read on nobody's behalf; who may see them is decided at the gate.
     *
     * @param patience how long a page may wait for its first figures before it shows that they are on their way
     */
    LiveFigures(
            IndicatorQuery query,
            SeriesGate gate,
            FirstQuestions firstQuestions,
            Clock clock,
            Duration patience,
            MeterRegistry meters) {
        this.query = query;
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
        return page != null && page.isOf(newest) ? page : null;
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

    /** Reads every page whose figures do not belong to this token of change. */
    void refresh(String token) {
        synchronized (pages) {
            newest = pages.isEmpty() ? Optional.empty() : Optional.of(token);
        }
        for (Page page : openPages()) {
            page.refresh(token);
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
        private final List<Consumer<FigureState>> listeners = new CopyOnWriteArrayList<>();
        private final CountDownLatch firstAnswer = new CountDownLatch(1);
        private volatile FigureState state = new FigureState.Loading();

        /** What is shown holds everything up to this token. */
        private volatile Optional<String> token;

        private Instant confirmedAt = Instant.EPOCH;

        /** @param token of a look before anything is read */
        Page(FigureRequest request, Optional<String> token) {
            this.request = request;
            this.token = token;
        }

        boolean isOf(Optional<String> other) {
            return state instanceof FigureState.Current && token.isPresent() && token.equals(other);
        }

        void awaitFirstAnswer() {
            try {
                boolean isAnswered = firstAnswer.await(patience.toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("first answer in time: {}", isAnswered);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        synchronized void refresh(String newest) {
            if (isOf(Optional.of(newest))) {
                confirmedAt = clock.instant();
            } else {
                read(Optional.of(newest));
            }
        }

        /** The poller may have been first. */
        synchronized void readFirst() {
            if (state instanceof FigureState.Loading) {
                read(token);
            }
        }

        private void read(Optional<String> known) {
            try {
                List<IndicatorSeries> series = query.series(request.series());
                token = known;
                confirmedAt = clock.instant();
                show(new FigureState.Current(series, confirmedAt));
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
