package nl.mjpmonitor.dashboard.duiding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import org.junit.jupiter.api.Test;

/** What every store of duidingen does; run on the one in memory and on PostgreSQL. */
abstract class DuidingStoreContract {

    private static final Instant AT = Instant.parse("2024-02-06T08:14:00.123456Z");

    /** An empty store. */
    abstract DuidingStore store();

    @Test
    void whatWasWrittenIsFoundWithItsHistory() {
        DuidingStore store = store();
        Duiding written = store.add(subject("woninginbraak", "GM0935", "2023"), version(1, "Één < 5 'é' ; --"));
        Duiding edited = store.append(written.id(), version(2, "Regel een\nRegel twee"));
        assertThat(edited.versions())
                .containsExactly(version(1, "Één < 5 'é' ; --"), version(2, "Regel een\nRegel twee"));
        assertThat(store.find(written.id())).contains(edited);
        assertThat(store.find(new DuidingId(written.id().value() + 1_000))).isEmpty();
    }

    @Test
    void questionsAreAnsweredNewestFirst() {
        DuidingStore store = store();
        Duiding old = store.add(subject("woninginbraak", "GM0935", "2023"), version(1, "oud"));
        Duiding other = store.add(subject("woninginbraak", "WK093500", "2023-05"), version(1, "ander gebied"));
        Duiding fresh = store.add(subject("straatroof", "GM0935", "2023"), version(1, "nieuw"));
        assertThat(store.find(question("", "", ""))).containsExactly(fresh, other, old);
        assertThat(store.find(question("woninginbraak", "", ""))).containsExactly(other, old);
        assertThat(store.find(question("", "GM0935", "2023"))).containsExactly(fresh, old);
        assertThat(store.find(question("straatroof", "WK093500", ""))).isEmpty();
        assertThat(store.find(question("", "", "2023-05"))).containsExactly(other);
    }

    @Test
    void theSecondOfTwoWritersIsToldWhatTheFirstWrote() {
        DuidingStore store = store();
        Duiding written = store.add(subject("woninginbraak", "GM0935", "2023"), version(1, "begin"));
        Duiding first = store.append(written.id(), version(2, "van de eerste"));
        DuidingConflictException conflict = catchThrowableOfType(
                DuidingConflictException.class, () -> store.append(written.id(), version(2, "van de tweede")));
        assertThat(conflict.current()).isEqualTo(first);
        assertThat(store.find(written.id())).contains(first);
        assertThatThrownBy(() -> store.append(new DuidingId(-1), version(2, "niets")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    static DuidingSubject subject(String indicator, String area, String period) {
        return new DuidingSubject(new IndicatorId(indicator), new AreaCode(area), period);
    }

    static DuidingVersion version(int number, String text) {
        return new DuidingVersion(number, text, DuidingState.CONCEPT, "jansen", Role.ANALIST, AT);
    }

    private static DuidingQuestion question(String indicator, String area, String period) {
        return new DuidingQuestion(
                given(indicator).map(IndicatorId::new), given(area).map(AreaCode::new), given(period));
    }

    private static Optional<String> given(String text) {
        return Optional.of(text).filter(word -> !word.isEmpty());
    }
}
