package nl.mjpmonitor.dashboard.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.sending.SendingRefusedException.Reason;
import nl.mjpmonitor.dashboard.sending.SendingStore.Queued;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.junit.jupiter.api.Test;

/** What every store of sending does; run on the one in memory and on PostgreSQL. */
abstract class SendingStoreContract {

    private static final Instant NOW = Instant.parse("2026-11-06T08:14:00.123Z");
    private static final Duration LEASE = Duration.ofMinutes(10);

    /** An empty store. */
    abstract SendingStore store();

    /** An edition that exists beside the newest store. */
    abstract EditionId edition();

    @Test
    void recipientsComeAndGo() {
        SendingStore store = store();
        store.add("b@voorbeeld.nl", Role.RAAD, Optional.empty(), "jansen", NOW);
        store.add("a@voorbeeld.nl", Role.GEBIEDSTEAM, Optional.of(new AreaCode("WK093500")), "jansen", NOW);
        assertThat(store.recipients())
                .extracting(Recipient::address, Recipient::role, Recipient::area, Recipient::addedAt)
                .containsExactly(
                        tuple("a@voorbeeld.nl", Role.GEBIEDSTEAM, Optional.of(new AreaCode("WK093500")), NOW),
                        tuple("b@voorbeeld.nl", Role.RAAD, Optional.empty(), NOW));
        assertThat(catchThrowableOfType(
                                SendingRefusedException.class,
                                () -> store.add("B@Voorbeeld.nl", Role.RAAD, Optional.empty(), "jansen", NOW))
                        .reason())
                .isEqualTo(Reason.KNOWN_ALREADY);
        long second = store.recipients().getLast().id();
        store.remove(second, "jansen", NOW);
        store.remove(second, "jansen", NOW);
        assertThat(store.recipients()).extracting(Recipient::address).containsExactly("a@voorbeeld.nl");
        store.add("b@voorbeeld.nl", Role.RAAD, Optional.empty(), "jansen", NOW);
        assertThat(store.recipients()).hasSize(2);
    }

    @Test
    void aMomentReplacesTheOneBefore() {
        SendingStore store = store();
        ReportId report = new ReportId("maandbeeld");
        assertThat(store.mailings()).isEmpty();
        store.set(new Mailing(report, true, Optional.of(5), NOW), "jansen");
        Mailing never = new Mailing(report, false, Optional.empty(), NOW.plusSeconds(1));
        store.set(never, "jansen");
        assertThat(store.mailings()).containsExactly(never);
    }

    @Test
    void anEditionComesIntoTheOutboxOnceAnAddress() {
        SendingStore store = store();
        EditionId edition = edition();
        assertThat(store.queue(edition, "a@voorbeeld.nl", "<1@x>", NOW)).isTrue();
        assertThat(store.queue(edition, "A@voorbeeld.nl", "<2@x>", NOW)).isFalse();
        assertThat(store.queue(edition, "b@voorbeeld.nl", "<3@x>", NOW)).isTrue();
        assertThat(store.queuedSince(NOW))
                .isEqualTo(Set.of(new Queued(edition, "a@voorbeeld.nl"), new Queued(edition, "b@voorbeeld.nl")));
        assertThat(store.queuedSince(NOW.plusSeconds(1))).isEmpty();
        assertThat(store.newest(1)).extracting(Mail::messageId).containsExactly("<3@x>");
        assertThat(store.find("<1@x>").orElseThrow().address()).isEqualTo("a@voorbeeld.nl");
    }

    @Test
    void aMailIsSentByWhoHasTheTurn() {
        SendingStore store = store();
        store.queue(edition(), "a@voorbeeld.nl", "<1@x>", NOW);
        assertThat(store.claim(NOW.minusSeconds(1), LEASE)).isEmpty();
        Claim claim = store.claim(NOW, LEASE).orElseThrow();
        assertThat(claim.mail().attempts()).isEqualTo(1);
        assertThat(store.claim(NOW, LEASE)).as("somebody else").isEmpty();
        assertThat(store.handOver(claim)).isTrue();
        store.sent(claim, "250 ok", NOW.plusSeconds(2));
        assertThat(only(store)).satisfies(mail -> {
            assertThat(mail.state()).isEqualTo(MailState.SENT);
            assertThat(mail.sentAt()).contains(NOW.plusSeconds(2));
            assertThat(mail.answer()).isEqualTo("250 ok");
        });
        assertThat(store.claim(NOW.plus(Duration.ofDays(9)), LEASE)).isEmpty();
    }

    @Test
    void whoLostTheTurnChangesNothing() {
        SendingStore store = store();
        store.queue(edition(), "a@voorbeeld.nl", "<1@x>", NOW);
        Claim slow = store.claim(NOW, LEASE).orElseThrow();
        Instant later = NOW.plus(LEASE).plusSeconds(1);
        Claim second = store.claim(later, LEASE).orElseThrow();
        assertThat(second.mail().attempts()).isEqualTo(2);
        assertThat(store.handOver(slow)).isFalse();
        store.postpone(slow, "x", NOW);
        store.end(slow, MailState.GIVEN_UP, "x");
        store.sent(slow, "x", NOW);
        assertThat(only(store).state()).isEqualTo(MailState.CLAIMED);
        assertThat(store.handOver(second)).isTrue();
    }

    @Test
    void whatMayHaveArrivedIsNotSentAgainUnlessAPersonSaysSo() {
        SendingStore store = store();
        store.queue(edition(), "a@voorbeeld.nl", "<1@x>", NOW);
        Claim claim = store.claim(NOW, LEASE).orElseThrow();
        assertThat(store.handOver(claim)).isTrue();
        long id = claim.mail().id();
        assertThatThrownBy(() -> store.repeat(id, NOW.plusSeconds(1)))
                .as("somebody is sending it")
                .isInstanceOf(SendingRefusedException.class);
        Instant later = NOW.plus(LEASE).plusSeconds(1);
        assertThat(store.claim(later, LEASE)).isEmpty();
        assertThat(only(store).isUncertain(later)).isTrue();
        store.repeat(id, later);
        Claim again = store.claim(later, LEASE).orElseThrow();
        assertThat(again.mail().messageId()).isEqualTo("<1@x>");
        store.sent(claim, "too late", later);
        assertThat(only(store).state()).isEqualTo(MailState.CLAIMED);
    }

    @Test
    void aMailWaitsForItsNextAttemptOrEnds() {
        SendingStore store = store();
        store.queue(edition(), "a@voorbeeld.nl", "<1@x>", NOW);
        store.postpone(store.claim(NOW, LEASE).orElseThrow(), "451 later", NOW.plusSeconds(60));
        assertThat(store.claim(NOW.plusSeconds(59), LEASE)).isEmpty();
        Claim second = store.claim(NOW.plusSeconds(60), LEASE).orElseThrow();
        assertThat(second.mail().answer()).isEqualTo("451 later");
        store.end(second, MailState.REFUSED, "550 unknown");
        assertThat(only(store).state()).isEqualTo(MailState.REFUSED);
        assertThat(store.claim(NOW.plus(Duration.ofDays(9)), LEASE)).isEmpty();
    }

    @Test
    void bouncesAreKeptNewestFirst() {
        SendingStore store = store();
        store.queue(edition(), "a@voorbeeld.nl", "<1@x>", NOW);
        Bounce known = new Bounce(Optional.of(only(store).id()), "a@voorbeeld.nl", Bounce.Kind.SMTP, "550", "no", NOW);
        Bounce unknown = new Bounce(Optional.empty(), "b@voorbeeld.nl", Bounce.Kind.DSN, "5.1.1", "", NOW);
        store.add(known);
        store.add(unknown);
        assertThat(store.bounces(9)).isEqualTo(List.of(unknown, known));
        assertThat(store.bounces(1)).containsExactly(unknown);
        store.add(known);
        store.add(unknown);
        assertThat(store.bounces(9)).as("kept once").hasSize(2);
    }

    @Test
    void theNewestMailToAnAddressIsFound() {
        SendingStore store = store();
        EditionId edition = edition();
        store.queue(edition, "a@voorbeeld.nl", "<1@x>", NOW);
        store.queue(edition, "b@voorbeeld.nl", "<2@x>", NOW);
        assertThat(store.newestTo("A@Voorbeeld.nl").map(Mail::messageId)).contains("<1@x>");
        assertThat(store.newestTo("c@voorbeeld.nl")).isEmpty();
    }

    private static Mail only(SendingStore store) {
        List<Mail> mails = store.newest(9);
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }
}
