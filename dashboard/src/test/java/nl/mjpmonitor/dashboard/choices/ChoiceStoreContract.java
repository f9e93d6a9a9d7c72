package nl.mjpmonitor.dashboard.choices;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store of choices must do. */
abstract class ChoiceStoreContract {

    private static final Instant MORNING = Instant.parse("2026-11-20T08:00:00Z");

    private ChoiceStore store;

    abstract ChoiceStore store();

    @BeforeEach
    void open() {
        store = store();
    }

    @Test
    void aChoiceReplacesTheOneBefore() {
        assertThat(store.find("analist", "gebied")).isEmpty();
        store.keep("analist", "gebied", "WK093500");
        store.keep("analist", "gebied", "WK093501");

        assertThat(store.find("analist", "gebied")).contains("WK093501");
    }

    @Test
    void choicesAreKeptByAccountAndSubject() {
        store.keep("analist", "gebied", "WK093500");

        assertThat(store.find("raad", "gebied")).isEmpty();
        assertThat(store.find("analist", "maand")).isEmpty();
    }

    @Test
    void theFirstVisitHasNoneBeforeItHoweverLongItLasts() {
        assertThat(store.visit("analist", MORNING)).isEmpty();
        assertThat(store.visit("analist", MORNING.plus(Duration.ofMinutes(30)))).isEmpty();
        assertThat(store.visit("analist", MORNING.plus(Duration.ofMinutes(60)))).isEmpty();
    }

    @Test
    void afterAPauseTheVisitBeforeIsTheLastSignOfLifeInIt() {
        store.visit("analist", MORNING);
        Instant lastSign = MORNING.plus(Duration.ofMinutes(10));
        store.visit("analist", lastSign);
        Instant next = lastSign.plus(ChoiceStore.PAUSE).plusSeconds(1);

        assertThat(store.visit("analist", next)).contains(lastSign);
        assertThat(store.visit("analist", next.plusSeconds(60))).contains(lastSign);
        assertThat(store.visit("raad", next)).isEmpty();
    }

    @Test
    void aPageThatOpensLateDoesNotTurnTheClockBack() {
        store.visit("analist", MORNING);
        store.visit("analist", MORNING.minusSeconds(600));

        assertThat(store.visit("analist", MORNING.plus(ChoiceStore.PAUSE))).isEmpty();
    }
}
