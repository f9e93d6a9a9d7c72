package nl.mjpmonitor.dashboard.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.archive.ArchiveRefusedException.Reason;
import nl.mjpmonitor.dashboard.archive.Destruction.Act;
import nl.mjpmonitor.dashboard.archive.Destruction.Decision;
import nl.mjpmonitor.dashboard.publications.Edition;
import nl.mjpmonitor.dashboard.publications.EditionAct;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import nl.mjpmonitor.dashboard.publications.EditionContent;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionStore;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.Test;

/** What every store of destruction does; run on the one in memory and on PostgreSQL. */
abstract class DestructionStoreContract {

    private static final Instant PUBLISHED = Instant.parse("2016-02-06T08:14:00.123Z");
    private static final Instant NOW = Instant.parse("2026-11-06T08:14:00.123Z");
    private static final EditionSubject SUBJECT =
            new EditionSubject(new ReportId("maandbeeld"), new AreaCode("GM0935"), Period.month(2016, 1));
    private static final Act PROPOSER = new Act("jansen", Role.PROGRAMMAMANAGER, NOW);
    private static final Act DECIDER = new Act("pietersen", Role.DRIEHOEK, NOW);

    /** Both look at the same rows. */
    record Stores(EditionStore editions, DestructionStore destructions) {}

    /** Empty stores. */
    abstract Stores stores();

    @Test
    void anApprovedProposalTakesTheEditionAlongAndStays() {
        Stores stores = stores();
        EditionId id = published(stores.editions(), 1).id();
        EditionId other = published(stores.editions(), 2).id();
        Destruction proposal = stores.destructions().propose(proposal(stores, id), PROPOSER);
        assertThat(proposal.isOpen()).isTrue();
        assertThat(proposal.subject()).isEqualTo(SUBJECT);
        assertThat(stores.editions().find(id)).isPresent();

        Destruction decided = stores.destructions().decide(proposal.id(), new Decision(true, DECIDER));
        assertThat(decided.isCarriedOut()).isTrue();
        assertThat(stores.destructions().all()).containsExactly(decided);
        assertThat(decided.proposal()).isEqualTo(proposal.proposal());
        assertThat(stores.editions().find(id)).isEmpty();
        assertThat(stores.editions().files(id)).isEmpty();
        assertThat(stores.editions().file(id, "rapport.pdf")).isEmpty();
        assertThat(stores.editions().mentioning(List.of("eerste"))).isEqualTo(Set.of(other));
        assertThat(stores.editions().all()).extracting(edition -> edition.id()).containsExactly(other);
        assertThat(stores.editions().file(other, "rapport.pdf")).isPresent();
        assertThat(stores.editions().lastNumber(SUBJECT)).isEqualTo(2);
        assertRefused(Reason.PROPOSED_ALREADY, () -> stores.destructions().propose(decided.proposal(), PROPOSER));
    }

    @Test
    void aRejectedProposalChangesNothingAndCanBeMadeAgain() {
        Stores stores = stores();
        EditionId id = published(stores.editions(), 1).id();
        Destruction first = stores.destructions().propose(proposal(stores, id), PROPOSER);
        assertRefused(Reason.PROPOSED_ALREADY, () -> stores.destructions().propose(first.proposal(), PROPOSER));
        stores.destructions().decide(first.id(), new Decision(false, DECIDER));
        assertThat(stores.editions().find(id)).isPresent();
        assertRefused(Reason.NOT_OPEN, () -> stores.destructions().decide(first.id(), new Decision(true, DECIDER)));
        assertThat(stores.editions().find(id)).isPresent();
        Destruction second = stores.destructions().propose(first.proposal(), PROPOSER);
        assertThat(stores.destructions().all()).extracting(Destruction::id).containsExactly(second.id(), first.id());
        assertRefused(Reason.NOT_OPEN, () -> stores.destructions().decide(9_999, new Decision(true, DECIDER)));
    }

    @Test
    void editionsAreFoundByTheWordsInTheirTexts() {
        Stores stores = stores();
        EditionId first = published(stores.editions(), 1).id();
        EditionId second = published(stores.editions(), 2).id();
        assertThat(stores.editions().mentioning(List.of("TEKST"))).isEqualTo(Set.of(first, second));
        assertThat(stores.editions().mentioning(List.of("tekst", "1%"))).isEqualTo(Set.of(first));
        assertThat(stores.editions().mentioning(List.of("tekst-samenvatting"))).isEmpty();
        assertThat(stores.editions().mentioning(List.of())).isEmpty();
    }

    private static void assertRefused(Reason reason, Callable<?> act) {
        assertThat(catchThrowableOfType(ArchiveRefusedException.class, act::call)
                        .reason())
                .isEqualTo(reason);
    }

    static DestructionProposal proposal(Stores stores, EditionId id) {
        return new DestructionProposal(
                id,
                PUBLISHED,
                "19.1.10",
                LocalDate.of(2026, 2, 6),
                "Termijn voorbij.",
                stores.editions().files(id));
    }

    static Edition published(EditionStore store, int number) {
        EditionContent content = new EditionContent(
                PUBLISHED,
                Map.of("tekst-samenvatting", number + "% Eerste 'tekst' met een \"aanhaling\" en \\"),
                Optional.empty());
        Edition started = store.add(
                SUBJECT,
                Optional.empty(),
                "",
                content,
                new EditionAct(1, EditionState.CONCEPT, "jansen", Role.ANALIST, PUBLISHED));
        return store.publish(
                started.id(),
                number,
                content,
                new EditionAct(2, EditionState.GEPUBLICEERD, "jansen", Role.ANALIST, PUBLISHED),
                List.of(EditionBytes.of("rapport.pdf", "application/pdf", new byte[] {1, 2, 3})));
    }
}
