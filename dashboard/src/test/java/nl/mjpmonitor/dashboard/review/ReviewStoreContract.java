package nl.mjpmonitor.dashboard.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.junit.jupiter.api.Test;

/** What every store of Maandbeelden does; run on the one in memory and on PostgreSQL. */
abstract class ReviewStoreContract {

    static final Instant AT = Instant.parse("2026-11-12T08:14:00.123456Z");
    static final AreaCode MUNICIPALITY = new AreaCode("GM0935");
    static final ReviewKey OCTOBER = new ReviewKey(YearMonth.of(2026, 10), MUNICIPALITY);

    private static final ReviewKey SEPTEMBER = new ReviewKey(YearMonth.of(2026, 9), MUNICIPALITY);
    private static final ReviewKey OCTOBER_IN_WIJK = new ReviewKey(YearMonth.of(2026, 10), new AreaCode("WK093500"));

    private static final AgendaContent CONTENT = new AgendaContent(
            List.of(new Topic("woninginbraak", "Één vraag < 'é' ; --", "Besloten\nop twee regels")),
            "Kermis",
            List.of(new MeetingAction("Extra toezicht", "Afdeling Handhaving", LocalDate.of(2026, 12, 1), true)));

    /** An empty store. */
    abstract ReviewStore store();

    @Test
    void whatWasWrittenIsFoundWithItsHistory() {
        ReviewStore store = store();
        assertThat(store.agenda(OCTOBER).number()).isZero();
        Agenda first = store.append(OCTOBER, version(1, CONTENT));
        Agenda second = store.append(OCTOBER, version(2, CONTENT.withOutlook("")));
        assertThat(first.versions()).containsExactly(version(1, CONTENT));
        assertThat(second.versions()).containsExactly(version(1, CONTENT), version(2, CONTENT.withOutlook("")));
        assertThat(store.agenda(OCTOBER)).isEqualTo(second);
        assertThat(store.agenda(OCTOBER_IN_WIJK).versions()).isEmpty();
    }

    @Test
    void theSecondOfTwoWritersIsToldWhatTheFirstWrote() {
        ReviewStore store = store();
        Agenda first = store.append(OCTOBER, version(1, CONTENT));
        AgendaConflictException begin = catchThrowableOfType(
                AgendaConflictException.class, () -> store.append(OCTOBER, version(1, AgendaContent.EMPTY)));
        assertThat(begin.current()).isEqualTo(first);
        Agenda second = store.append(OCTOBER, version(2, CONTENT.withOutlook("van de eerste")));
        AgendaConflictException later = catchThrowableOfType(
                AgendaConflictException.class,
                () -> store.append(OCTOBER, version(2, CONTENT.withOutlook("van de tweede"))));
        assertThat(later.current()).isEqualTo(second);
        assertThat(store.agenda(OCTOBER)).isEqualTo(second);
    }

    @Test
    void theLastTimeIsTheNewestEarlierMonthOfTheSameArea() {
        ReviewStore store = store();
        Agenda september = store.append(SEPTEMBER, version(1, CONTENT));
        store.append(new ReviewKey(YearMonth.of(2026, 3), MUNICIPALITY), version(1, CONTENT));
        store.append(OCTOBER, version(1, CONTENT));
        store.append(OCTOBER_IN_WIJK, version(1, CONTENT));
        assertThat(store.agendaBefore(MUNICIPALITY, OCTOBER.month())).contains(september);
        assertThat(store.agendaBefore(MUNICIPALITY, YearMonth.of(2026, 3))).isEmpty();
        assertThat(store.agendaBefore(OCTOBER_IN_WIJK.area(), OCTOBER.month())).isEmpty();
    }

    @Test
    void snapshotsAreKeptAsTheyWere() {
        ReviewStore store = store();
        store.append(OCTOBER, version(1, CONTENT));
        Snapshot october = store.add(snapshot(OCTOBER, "{\"naam\":\"Één\"}"), 1);
        Snapshot again = store.add(snapshot(OCTOBER, "{}"), 1);
        Snapshot september = store.add(snapshot(SEPTEMBER, "{}"), 0);
        assertThat(october.content()).isEqualTo("{\"naam\":\"Één\"}");
        assertThat(october.isIntact()).isTrue();
        assertThat(october.heading().establishedAt()).isEqualTo(AT);
        assertThat(store.snapshot(october.heading().id())).contains(october);
        assertThat(store.snapshot(september.heading().id() + 1_000)).isEmpty();
        assertThat(store.snapshots(MUNICIPALITY))
                .containsExactly(september.heading(), again.heading(), october.heading());
        assertThat(store.snapshots(OCTOBER_IN_WIJK.area())).isEmpty();
    }

    @Test
    void nothingIsEstablishedThatItsAuthorDidNotSee() {
        ReviewStore store = store();
        Agenda agenda = store.append(OCTOBER, version(1, CONTENT));
        AgendaConflictException conflict =
                catchThrowableOfType(AgendaConflictException.class, () -> store.add(snapshot(OCTOBER, "{}"), 0));
        assertThat(conflict.current()).isEqualTo(agenda);
        assertThat(store.snapshots(MUNICIPALITY)).isEmpty();
    }

    static AgendaVersion version(int number, AgendaContent content) {
        return new AgendaVersion(number, content, "jansen", Role.PROGRAMMAMANAGER, AT);
    }

    static Snapshot snapshot(ReviewKey key, String content) {
        return new Snapshot(
                new SnapshotHeading(0, key, AT, "jansen", Role.DRIEHOEK, AT, Snapshot.hashOf(content)), content);
    }
}
