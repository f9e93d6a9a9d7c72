package nl.mjpmonitor.dashboard.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.dashboard.DashboardTest;
import nl.mjpmonitor.dashboard.InMemoryEditionStore;
import nl.mjpmonitor.dashboard.InMemorySendingStore;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionAct;
import nl.mjpmonitor.dashboard.publications.EditionBytes;
import nl.mjpmonitor.dashboard.publications.EditionContent;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionState;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.ReportCatalogue;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.sending.MailSettings.Security;
import nl.mjpmonitor.dashboard.texts.Texts;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.calendar.SafetyCalendar;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.periods.Period;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** From the outbox to a real mail server. */
@DashboardTest
class MailDispatcherTest {

    private static final String ADDRESS = "driehoek@voorbeeld.nl";

    /** The process is killed. */
    private static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    @Autowired
    private InMemoryEditionStore editions;

    @Autowired
    private InMemorySendingStore store;

    @Autowired
    private ReportCatalogue reports;

    @Autowired
    private IndicatorCatalogue indicators;

    @Autowired
    private Areas areas;

    @Autowired
    private Texts texts;

    private Instant now = Instant.parse("2026-11-06T08:00:00Z");
    private final Clock clock = ((InstantSource) () -> now).withZone(ZoneOffset.UTC);

    @BeforeEach
    void empty() {
        editions.clear();
        store.clear();
    }

    @ParameterizedTest
    @EnumSource(Security.class)
    void aPublicReportIsSentAsAnAttachmentOverTls(Security security) throws Exception {
        try (MailServer server = MailServer.with(security)) {
            EditionId id = sentTo(ADDRESS, Role.DRIEHOEK, "raadsinformatiebrief-bijlage");
            dispatcher(store, server.settings(security)).turn();
            MailServer.Kept kept = only(server);
            assertThat(kept.from()).isEqualTo("veiligheid@voorbeeld.nl");
            assertThat(kept.to()).isEqualTo(ADDRESS);
            assertThat(kept.message().getSubject())
                    .isEqualTo("Bijlage bij de raadsinformatiebrief veiligheid, Maastricht, 2025, editie 1");
            MimeMultipart parts = (MimeMultipart) kept.message().getContent();
            assertThat((String) parts.getBodyPart(0).getContent())
                    .contains("https://dashboard.voorbeeld.nl/publicaties/" + id);
            assertThat(parts.getBodyPart(1).getFileName()).isEqualTo("rapport-editie-1.pdf");
            assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(new byte[] {1, 2, 3});
            assertThat(mail().state()).isEqualTo(MailState.SENT);
            assertThat(mail().answer()).contains("250");
        }
    }

    @Test
    void ofAConfidentialReportNothingStandsInTheMail() throws Exception {
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            EditionId id = sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
            dispatcher(store, server.settings(Security.STARTTLS)).turn();
            MimeMessage message = only(server).message();
            assertThat(message.getSubject()).isEqualTo("Er is een nieuw rapport in het veiligheidsdashboard");
            assertThat(message.getContentType()).startsWith("text/plain");
            assertThat((String) message.getContent())
                    .contains("https://dashboard.voorbeeld.nl/publicaties/" + id)
                    .doesNotContainIgnoringCase("tussenrapportage")
                    .doesNotContain("2025");
            assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        }
    }

    @Test
    void withoutTlsOrWithAnotherCertificateOrNameNothingIsSent() {
        sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
        try (MailServer open = MailServer.withoutTls();
                MailServer server = MailServer.with(Security.STARTTLS);
                MailServer other = MailServer.with(Security.STARTTLS)) {
            String othersCertificate = other.settings(Security.STARTTLS).certificate();
            List<MailSettings> wrong = List.of(
                    open.settings(Security.STARTTLS),
                    server.settings(Security.STARTTLS, "127.0.0.1", ""),
                    server.settings(Security.STARTTLS, "127.0.0.1", othersCertificate),
                    server.settings(
                            Security.STARTTLS,
                            "localhost",
                            server.settings(Security.STARTTLS).certificate()));
            for (MailSettings settings : wrong) {
                dispatcher(store, settings).turn();
                assertThat(mail().state()).as(settings.toString()).isEqualTo(MailState.WAITING);
                now = now.plus(Duration.ofHours(2));
            }
            assertThat(open.kept()).isEmpty();
            assertThat(server.kept()).isEmpty();
            assertThat(mail().attempts()).isEqualTo(wrong.size());
            dispatcher(store, server.settings(Security.STARTTLS)).turn();
            assertThat(server.kept()).hasSize(1);
        }
    }

    @Test
    void killedBeforeTheEndOfTheMailItIsSentOnceByTheNextProcess() throws Exception {
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
            assertThatThrownBy(() -> dispatcher(dying("handOver", true), server.settings(Security.STARTTLS))
                            .turn())
                    .isInstanceOf(Killed.class);
            assertThat(server.kept()).isEmpty();
            MailDispatcher next = dispatcher(store, server.settings(Security.STARTTLS));
            next.turn();
            assertThat(server.kept()).as("the turn of the dead one still lasts").isEmpty();
            now = now.plus(MailDispatcher.LEASE.plusSeconds(1));
            next.turn();
            next.turn();
            assertThat(only(server).message().getMessageID()).isEqualTo(mail().messageId());
            assertThat(mail().state()).isEqualTo(MailState.SENT);
        }
    }

    @Test
    void killedAfterTheServerAnsweredItIsNotSentTwice() throws Exception {
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
            assertThatThrownBy(() -> dispatcher(dying("sent", true), server.settings(Security.STARTTLS))
                            .turn())
                    .isInstanceOf(Killed.class);
            assertThat(server.kept()).hasSize(1);
            MailDispatcher next = dispatcher(store, server.settings(Security.STARTTLS));
            for (int i = 0; i < 5; i++) {
                now = now.plus(Duration.ofHours(12));
                next.turn();
            }
            assertThat(server.kept()).hasSize(1);
            assertThat(mail().isUncertain(clock.instant())).isTrue();
        }
    }

    @Test
    void killedInBetweenItIsLeftToAPerson() throws Exception {
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
            assertThatThrownBy(() -> dispatcher(dying("handOver", false), server.settings(Security.STARTTLS))
                            .turn())
                    .isInstanceOf(Killed.class);
            now = now.plus(Duration.ofHours(1));
            MailDispatcher next = dispatcher(store, server.settings(Security.STARTTLS));
            next.turn();
            assertThat(server.kept()).isEmpty();
            store.repeat(mail().id(), clock.instant());
            next.turn();
            assertThat(only(server).message().getMessageID()).isEqualTo(mail().messageId());
        }
    }

    @Test
    void whatTheServerRefusesForGoodBouncesAndTheRestGoes() {
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            server.refuse(ADDRESS, 550);
            sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
            store.add("tweede@voorbeeld.nl", Role.DRIEHOEK, Optional.empty(), "jansen", clock.instant());
            MailDispatcher dispatcher = dispatcher(store, server.settings(Security.STARTTLS));
            dispatcher.turn();
            now = now.plus(Duration.ofDays(2));
            dispatcher.turn();
            assertThat(server.kept()).extracting(MailServer.Kept::to).containsExactly("tweede@voorbeeld.nl");
            assertThat(store.bounces(9)).singleElement().satisfies(bounce -> {
                assertThat(bounce.address()).isEqualTo(ADDRESS);
                assertThat(bounce.code()).isEqualTo("550");
                assertThat(bounce.kind()).isEqualTo(Bounce.Kind.SMTP);
            });
            assertThat(store.newest(9)).extracting(Mail::state).containsExactly(MailState.SENT, MailState.REFUSED);
        }
    }

    @Test
    void aMailThatIsRefusedAtItsEndIsKnownNotToHaveArrived() {
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            server.refuse("data", 452);
            sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
            MailDispatcher dispatcher = dispatcher(store, server.settings(Security.STARTTLS));
            dispatcher.turn();
            assertThat(mail().state()).isEqualTo(MailState.WAITING);
            server.refuse("data", 554);
            now = now.plus(Duration.ofMinutes(2));
            dispatcher.turn();
            assertThat(mail().state()).isEqualTo(MailState.REFUSED);
            assertThat(store.bounces(9)).extracting(Bounce::code).containsExactly("554");
        }
    }

    @Test
    void whatIsRefusedForNowIsTriedEverLaterAndThenGivenUp() {
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            server.refuse(ADDRESS, 451);
            sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
            MailDispatcher dispatcher = dispatcher(store, server.settings(Security.STARTTLS));
            for (Duration pause : MailDispatcher.PAUSES) {
                dispatcher.turn();
                assertThat(mail().state()).isEqualTo(MailState.WAITING);
                assertThat(mail().nextAt()).isEqualTo(clock.instant().plus(pause));
                now = now.plus(pause.minusSeconds(1));
                int before = mail().attempts();
                dispatcher.turn();
                assertThat(mail().attempts()).as("not before its time").isEqualTo(before);
                now = now.plus(Duration.ofSeconds(1));
            }
            dispatcher.turn();
            assertThat(mail().state()).isEqualTo(MailState.GIVEN_UP);
            server.accept(ADDRESS);
            now = now.plus(Duration.ofDays(1));
            dispatcher.turn();
            assertThat(server.kept()).isEmpty();
        }
    }

    @Test
    void aServerThatComesBackGetsTheMailOnce() throws MessagingException, IOException {
        sentTo(ADDRESS, Role.DRIEHOEK, "tussenrapportage");
        MailSettings gone;
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            gone = new MailSettings(
                    "127.0.0.1",
                    server.port(),
                    "",
                    "",
                    Security.STARTTLS,
                    "",
                    "veiligheid@voorbeeld.nl",
                    "https://dashboard.voorbeeld.nl");
        }
        dispatcher(store, gone).turn();
        assertThat(mail().state()).isEqualTo(MailState.WAITING);
        now = now.plus(Duration.ofMinutes(1));
        try (MailServer server = MailServer.with(Security.STARTTLS)) {
            MailDispatcher dispatcher = dispatcher(store, server.settings(Security.STARTTLS));
            dispatcher.turn();
            dispatcher.turn();
            assertThat(server.kept()).hasSize(1);
        }
    }

    /** A store that works until its process is killed, before or after something was kept. */
    private SendingStore dying(String method, boolean isBefore) {
        return (SendingStore) Proxy.newProxyInstance(
                SendingStore.class.getClassLoader(),
                new Class<?>[] {SendingStore.class},
                (proxy, called, arguments) -> {
                    boolean dies = called.getName().equals(method);
                    if (dies && isBefore) {
                        throw new Killed();
                    }
                    try {
                        Object result = called.invoke(store, arguments);
                        if (dies) {
                            throw new Killed();
                        }
                        return result;
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private MailDispatcher dispatcher(SendingStore over, MailSettings settings) {
        return new MailDispatcher(
                over,
                new MailPlanner(
                        editions,
                        over,
                        reports,
                        indicators,
                        areas,
                        new WorkingDays(SafetyCalendar.load()),
                        settings.domain()),
                new LetterWriter(editions, reports, areas, texts, settings.address()),
                new SmtpPostOffice(settings, clock),
                clock);
    }

    /** An edition that was published just now, of a kind that is sent at publication. */
    private EditionId sentTo(String address, Role role, String report) {
        store.add(address, role, Optional.empty(), "jansen", clock.instant());
        store.set(new Mailing(new ReportId(report), true, Optional.empty(), clock.instant()), "jansen");
        EditionContent content = new EditionContent(clock.instant(), Map.of(), Optional.empty());
        EditionId id = editions.add(
                        new EditionSubject(new ReportId(report), new AreaCode("GM0935"), Period.year(2025)),
                        Optional.empty(),
                        "",
                        content,
                        new EditionAct(1, EditionState.CONCEPT, "maker", Role.ANALIST, clock.instant()))
                .id();
        return editions.publish(
                        id,
                        1,
                        content,
                        new EditionAct(2, EditionState.GEPUBLICEERD, "approver", Role.DRIEHOEK, clock.instant()),
                        List.of(EditionBytes.of("rapport-editie-1.pdf", "application/pdf", new byte[] {1, 2, 3})))
                .id();
    }

    private Mail mail() {
        List<Mail> mails = store.newest(9);
        assertThat(mails).hasSize(1);
        return mails.getFirst();
    }

    private static MailServer.Kept only(MailServer server) {
        assertThat(server.kept()).hasSize(1);
        return server.kept().getFirst();
    }
}
