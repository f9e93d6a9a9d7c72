package nl.mjpmonitor.dashboard.publications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.documents.Documents;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

/** What every store of editions does; run on the one in memory and on PostgreSQL. */
abstract class EditionStoreContract {

    private static final Instant AT = Instant.parse("2026-02-06T08:14:00.123Z");
    private static final EditionSubject SUBJECT =
            new EditionSubject(new ReportId("tussenrapportage"), new AreaCode("GM0935"), Period.year(2025));

    /** An empty store. */
    abstract EditionStore store();

    @Test
    void whatWasKeptIsFoundWithItsHistory() {
        EditionStore store = store();
        Edition started =
                store.add(SUBJECT, Optional.empty(), "", content("Één < 5 'é' ; --"), act(1, EditionState.CONCEPT));
        EditionContent frozen = content("Twee\n\nalinea's").frozen(Documents.everything());
        Edition handedIn = store.append(started.id(), frozen, act(2, EditionState.GEDUID));
        assertThat(store.find(started.id())).contains(handedIn);
        assertThat(handedIn.content()).isEqualTo(frozen);
        assertThat(handedIn.acts()).containsExactly(act(1, EditionState.CONCEPT), act(2, EditionState.GEDUID));
        assertThat(store.all())
                .containsExactly(
                        new EditionSummary(started.id(), SUBJECT, Optional.empty(), EditionState.GEDUID, "", AT));
        assertThat(store.find(new EditionId(started.id().value() + 1_000))).isEmpty();
    }

    @Test
    void theSecondOfTwoWritersIsToldWhatTheFirstDid() {
        EditionStore store = store();
        EditionId id = started(store).id();
        Edition first = store.append(id, content("van de eerste"), act(2, EditionState.CONCEPT));
        EditionConflictException conflict = catchThrowableOfType(
                EditionConflictException.class,
                () -> store.append(id, content("van de tweede"), act(2, EditionState.CONCEPT)));
        assertThat(conflict.current()).isEqualTo(first);
        assertThatThrownBy(() -> store.append(new EditionId(-1), content(""), act(2, EditionState.CONCEPT)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPublishedEditionHasItsFilesAndANumberOfItsOwn() {
        EditionStore store = store();
        byte[] bytes = "inhoud".getBytes(StandardCharsets.UTF_8);
        EditionBytes file = EditionBytes.of("rapport-editie-1.pdf", "application/pdf", bytes);
        Edition published = published(store, file);
        EditionId first = published.id();
        assertThat(published.number()).contains(1);
        assertThat(store.files(first)).containsExactly(file.file());
        assertThat(store.file(first, "rapport-editie-1.pdf").orElseThrow().bytes())
                .isEqualTo(bytes);
        assertThat(store.file(first, "iets-anders.pdf")).isEmpty();

        EditionId second = store.add(
                        SUBJECT, Optional.of(first), "fout", content("nieuw"), act(1, EditionState.CONCEPT))
                .id();
        assertThatThrownBy(
                        () -> store.publish(second, 1, content("nieuw"), act(2, EditionState.GEPUBLICEERD), List.of()))
                .isInstanceOf(EditionConflictException.class);
        assertThat(store.find(second).orElseThrow().state()).isEqualTo(EditionState.CONCEPT);
        assertThat(store.publish(second, 2, content("nieuw"), act(2, EditionState.GEPUBLICEERD), List.of())
                        .corrects())
                .contains(first);
    }

    static Edition published(EditionStore store, EditionBytes file) {
        return store.publish(started(store).id(), 1, content("uit"), act(2, EditionState.GEPUBLICEERD), List.of(file));
    }

    private static Edition started(EditionStore store) {
        return store.add(SUBJECT, Optional.empty(), "", content("begin"), act(1, EditionState.CONCEPT));
    }

    private static EditionContent content(String text) {
        return new EditionContent(AT, Map.of("tekst-samenvatting", text), Optional.empty());
    }

    private static EditionAct act(int number, EditionState state) {
        return new EditionAct(number, state, "jansen", Role.ANALIST, AT);
    }
}
