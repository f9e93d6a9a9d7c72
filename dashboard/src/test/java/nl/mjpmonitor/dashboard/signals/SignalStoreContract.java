package nl.mjpmonitor.dashboard.signals;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.warehouse.signals.SignalId;
import org.junit.jupiter.api.Test;

/** What every store of acts does; run on the one in memory and on PostgreSQL. */
abstract class SignalStoreContract {

    private static final Instant AT = Instant.parse("2026-11-21T08:14:00.123456Z");
    private static final SignalId ONE = SignalId.of("maand-buiten-grenzen", "straatroof", "GM0935", "2026-10");
    private static final SignalId OTHER = SignalId.of("bron-stil", "melddesk", "GM0935", "");

    /** An empty store. */
    abstract SignalStore store();

    @Test
    void whatWasDoneIsFoundWithItsHistory() {
        SignalStore store = store();
        SignalAct seen = act(1, SignalAct.Kind.GEZIEN, "");
        SignalAct explained = act(2, SignalAct.Kind.TOELICHTING, "Eén < 5 'é' ; --");
        assertThat(store.add(ONE, seen)).isTrue();
        assertThat(store.add(ONE, explained)).isTrue();
        assertThat(store.add(OTHER, act(1, SignalAct.Kind.GESLOTEN, "Storing"))).isTrue();

        assertThat(store.find(List.of(ONE))).containsOnlyKeys(ONE).containsEntry(ONE, List.of(seen, explained));
        assertThat(store.find(List.of(ONE, OTHER))).containsOnlyKeys(ONE, OTHER);
        assertThat(store.find(List.of())).isEmpty();
    }

    @Test
    void ofTwoWhoActOnTheSameTheSecondIsRefused() {
        SignalStore store = store();
        assertThat(store.add(ONE, act(1, SignalAct.Kind.GEZIEN, ""))).isTrue();
        assertThat(store.add(ONE, act(1, SignalAct.Kind.GESLOTEN, "Te laat"))).isFalse();
        assertThat(store.add(ONE, act(3, SignalAct.Kind.GESLOTEN, "Te vroeg"))).isFalse();

        assertThat(store.find(List.of(ONE)).get(ONE))
                .extracting(SignalAct::kind)
                .containsExactly(SignalAct.Kind.GEZIEN);
    }

    private static SignalAct act(int number, SignalAct.Kind kind, String text) {
        return new SignalAct(number, kind, text, "jansen", Role.ANALIST, AT);
    }
}
