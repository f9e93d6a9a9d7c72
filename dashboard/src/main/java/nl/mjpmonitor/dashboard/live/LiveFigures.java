package nl.mjpmonitor.dashboard.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import nl.mjpmonitor.dashboard.access.SeriesGate;
import nl.mjpmonitor.warehouse.WarehouseException;
import nl.mjpmonitor.warehouse.indicators.IndicatorQuery;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The figures of all open pages. Each distinct request is read once per change of the warehouse, however many pages show it,
 * and is forgotten when the last of them closes.
 *
 * <p>When the warehouse does not answer, pages keep their last figures as {@link FigureState.Stale} and get new ones by
 * themselves as soon as it does.
 */
public final class LiveFigures {

    private static final Logger LOG = LoggerFactory.getLogger(LiveFigures.class);

    private final IndicatorQuery query;
    private final SeriesGate gate;
    private final WarehouseThread thread;
    private final Clock clock;
    private final Duration patience;
    private final Map<FigureRequest, Page> pages = new HashMap<>();

    /**
     * Readers share pages, so figures are read on nobody's behalf; who may see them is decided at the gate.
     *
     * @param patience how long a page may wait for its first figures before it shows that they are on their way
     */
    LiveFigures(IndicatorQuery query, SeriesGate gate, WarehouseThread thread, Clock clock, Duration patience) {
        this.query = query;
        this.gate = gate;
        this.thread = thread;
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * Delivers the state of the figures now, in the calling thread, and after that every new state, in the thread that reads
     * the warehouse. The listener must not block.
     *
     * @throws nl.mjpmonitor.dashboard.access.OutOfScopeException when the reader of the calling thread may not see all of it
     */
    public Subscription watch(FigureRequest request, Consumer<FigureState> listener) {
        gate.admit(request.series());
        Page page;
        boolean isNew;
        synchronized (pages) {
            isNew = !pages.containsKey(request);
            page = pages.computeIfAbsent(request, Page::new);
        }
        if (isNew) {
            thread.execute(() -> page.read(Optional.empty()));
        }
        page.awaitFirstAnswer();
        synchronized (pages) {
            // the last other page may have closed while this one waited
            pages.putIfAbsent(request, page);
            page.listeners.add(listener);
            listener.accept(page.state);
        }
        return () -> leave(request, page, listener);
    }

    private void leave(FigureRequest request, Page page, Consumer<FigureState> listener) {
        synchronized (pages) {
            page.listeners.remove(listener);
            if (page.listeners.isEmpty()) {
                pages.remove(request, page);
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
        for (Page page : openPages()) {
            page.refresh(token);
        }
    }

    /** Tells every page that the warehouse does not answer. */
    void lostSight() {
        openPages().forEach(Page::lostSight);
    }

    private List<Page> openPages() {
        synchronized (pages) {
            return new ArrayList<>(pages.values());
        }
    }

    /** The figures of one request. Everything but waiting and listening happens in the thread that reads the warehouse. */
    private final class Page {
        private final FigureRequest request;
        private final List<Consumer<FigureState>> listeners = new CopyOnWriteArrayList<>();
        private final CountDownLatch firstAnswer = new CountDownLatch(1);
        private volatile FigureState state = new FigureState.Loading();
        private Optional<String> token = Optional.empty();
        private Instant confirmedAt = Instant.EPOCH;

        Page(FigureRequest request) {
            this.request = request;
        }

        void awaitFirstAnswer() {
            try {
                boolean isAnswered = firstAnswer.await(patience.toMillis(), TimeUnit.MILLISECONDS);
                LOG.trace("first answer in time: {}", isAnswered);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void refresh(String newest) {
            boolean isCurrent = state instanceof FigureState.Current && token.equals(Optional.of(newest));
            if (isCurrent) {
                confirmedAt = clock.instant();
            } else {
                read(Optional.of(newest));
            }
        }

        void read(Optional<String> newest) {
            try {
                List<IndicatorSeries> series = query.series(request.series());
                token = newest;
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

        void lostSight() {
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
