package nl.mjpmonitor.dashboard.review;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.duiding.Duiding;
import nl.mjpmonitor.dashboard.duiding.DuidingQuestion;
import nl.mjpmonitor.dashboard.duiding.DuidingService;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import nl.mjpmonitor.dashboard.store.StoreSight;
import nl.mjpmonitor.dashboard.store.StoreState;
import org.springframework.stereotype.Component;

/** Lays out the papers for a Maandbeeld. Without the store the figures are there all the same. */
@Component
class ReviewDesk {

    private final ReviewService service;
    private final DuidingService duidingen;
    private final StoreSight store;

    ReviewDesk(ReviewService service, DuidingService duidingen, StoreSight store) {
        this.service = service;
        this.duidingen = duidingen;
        this.store = store;
    }

    /** What the reader of this thread may see of it now. */
    ReviewPapers papers(ReviewKey key) {
        Set<ReviewRight> rights = service.rights();
        StoreState state = store.state();
        if (state != StoreState.READY) {
            return withoutStore(key, rights, state);
        }
        try {
            boolean mayRead = rights.contains(ReviewRight.READ);
            return new ReviewPapers(
                    state,
                    rights,
                    mayRead ? service.agenda(key) : new Agenda(key, List.of()),
                    mayRead ? service.agendaBefore(key) : Optional.empty(),
                    mayRead ? service.snapshots(key.area()) : List.of(),
                    ofMonth(key));
        } catch (StoreAwayException e) {
            return withoutStore(key, rights, StoreState.AWAY);
        }
    }

    private List<Duiding> ofMonth(ReviewKey key) {
        return duidingen.find(new DuidingQuestion(
                Optional.empty(),
                Optional.of(key.area()),
                Optional.of(key.period().label())));
    }

    private static ReviewPapers withoutStore(ReviewKey key, Set<ReviewRight> rights, StoreState state) {
        return new ReviewPapers(state, rights, new Agenda(key, List.of()), Optional.empty(), List.of(), List.of());
    }
}
