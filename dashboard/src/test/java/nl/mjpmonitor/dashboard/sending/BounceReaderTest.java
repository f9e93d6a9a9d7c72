package nl.mjpmonitor.dashboard.sending;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Properties;
import nl.mjpmonitor.dashboard.InMemorySendingStore;
import nl.mjpmonitor.dashboard.InMemoryStore;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.sending.MailSettings.Security;
import nl.mjpmonitor.dashboard.store.StoreState;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From a real mailbox, over IMAP with TLS, to the log of bounces. */
class BounceReaderTest {

    private static final String SENDER = "veiligheid@voorbeeld.nl";
    private static final String PASSWORD = "geheim";
    private static final Instant NOW = Instant.parse("2026-11-06T08:14:00Z");
    private static final String MAIL = "<42.1@dashboard.voorbeeld.nl>";

    private static ServerKeys keys;
    private static GreenMail server;

    private final InMemoryStore state = new InMemoryStore();
    private final InMemorySendingStore store = new InMemorySendingStore(state);
    private GreenMailUser mailbox;

    @BeforeAll
    static void start() {
        keys = ServerKeys.make();
        System.setProperty("greenmail.tls.keystore.file", keys.file().toString());
        System.setProperty("greenmail.tls.keystore.password", ServerKeys.SECRET);
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAPS));
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop();
        keys.close();
        System.clearProperty("greenmail.tls.keystore.file");
        System.clearProperty("greenmail.tls.keystore.password");
    }

    @BeforeEach
    void fill() {
        mailbox = server.setUser(SENDER, SENDER, PASSWORD);
        assertThat(store.queue(new EditionId(42), "Driehoek@voorbeeld.nl", MAIL, NOW))
                .isTrue();
        assertThat(store.queue(new EditionId(42), "raad@voorbeeld.nl", "<42.2@dashboard.voorbeeld.nl>", NOW))
                .isTrue();
    }

    @AfterEach
    void empty() throws Exception {
        server.purgeEmailFromAllMailboxes();
    }

    @Test
    void aNotificationIsTiedToTheMailThatItSendsBack() throws Exception {
        deliver(notification("failed", "doorgestuurd@elders.nl", headers(MAIL)));
        reader().turn();
        assertThat(store.bounces(9))
                .extracting(Bounce::mail, Bounce::address, Bounce::kind, Bounce::code, Bounce::answer)
                .containsExactly(tuple(
                        Optional.of(store.find(MAIL).orElseThrow().id()),
                        "Driehoek@voorbeeld.nl",
                        Bounce.Kind.DSN,
                        "5.1.1",
                        "550 5.1.1 Mailbox unknown here"));
        assertThat(unread()).isZero();
    }

    @Test
    void soIsOneThatSendsTheWholeMailBack() throws Exception {
        deliver(notification(
                "failed",
                "driehoek@voorbeeld.nl",
                "Content-Type: message/rfc822\n\nMessage-ID: " + MAIL + "\nSubject: Rapport\n\nTekst.\n"));
        reader().turn();
        assertThat(store.bounces(9))
                .extracting(Bounce::mail)
                .containsExactly(Optional.of(store.find(MAIL).orElseThrow().id()));
    }

    @Test
    void withoutTheMailTheAddressTells() throws Exception {
        deliver(notification("failed", "RAAD@voorbeeld.nl", headers("<of-somebody-else@elders.nl>")));
        reader().turn();
        assertThat(store.bounces(9))
                .extracting(Bounce::address, Bounce::mail)
                .containsExactly(tuple(
                        "raad@voorbeeld.nl",
                        Optional.of(store.newestTo("raad@voorbeeld.nl")
                                .orElseThrow()
                                .id())));
    }

    @Test
    void whatIsNotAboutOurMailGoesNoFurther() throws Exception {
        deliver(notification("failed", "vreemd@elders.nl", headers("<of-somebody-else@elders.nl>")));
        reader().turn();
        assertThat(store.bounces(9)).isEmpty();
        assertThat(unread()).isZero();
    }

    @Test
    void aMailThatOnlyTakesLongerDidNotBounce() throws Exception {
        deliver(notification("delayed", "driehoek@voorbeeld.nl", headers(MAIL)));
        reader().turn();
        assertThat(store.bounces(9)).isEmpty();
        assertThat(unread()).isZero();
    }

    @Test
    void otherMailIsLeftAsItIs() throws Exception {
        deliver("From: iemand@elders.nl\nSubject: Vraag\nContent-Type: text/plain\n\nWanneer komt het rapport?\n");
        reader().turn();
        assertThat(store.bounces(9)).isEmpty();
        assertThat(unread()).isEqualTo(1);
    }

    @Test
    void readAgainAfterAKillItStandsInTheLogOnce() throws Exception {
        deliver(notification("failed", "driehoek@voorbeeld.nl", headers(MAIL)));
        reader().turn();
        // killed between keeping and marking
        for (StoredMessage message : inbox().getMessages()) {
            message.setFlag(Flags.Flag.SEEN, false);
        }
        assertThat(unread()).isEqualTo(1);
        reader().turn();
        assertThat(store.bounces(9)).hasSize(1);
        assertThat(unread()).isZero();
    }

    @Test
    void whileTheStoreIsAwayItWaits() throws Exception {
        deliver(notification("failed", "driehoek@voorbeeld.nl", headers(MAIL)));
        state.become(StoreState.AWAY);
        reader().turn();
        assertThat(unread()).isEqualTo(1);
        state.become(StoreState.READY);
        reader().turn();
        assertThat(store.bounces(9)).hasSize(1);
    }

    @Test
    void aNotificationThatCannotBeUnderstoodDoesNotStopTheNext() throws Exception {
        deliver(notification("failed", "driehoek@voorbeeld.nl", headers(MAIL))
                .replaceAll("(Final-Recipient|Action|Status|Diagnostic-Code): ", "\u00ff\u0000 $1 "));
        deliver(notification("failed", "driehoek@voorbeeld.nl", headers(MAIL)));
        reader().turn();
        assertThat(store.bounces(9)).hasSize(1);
        assertThat(unread()).isZero();
    }

    @Test
    void whatOthersWroteIsShortAndOneLine() throws Exception {
        deliver(notification("failed", "driehoek@voorbeeld.nl", headers(MAIL))
                .replace("Mailbox unknown here", "\u0007" + "lang ".repeat(900)));
        reader().turn();
        assertThat(store.bounces(9))
                .singleElement()
                .satisfies(bounce -> assertThat(bounce.answer())
                        .hasSizeLessThanOrEqualTo(500)
                        .doesNotContain("\u0007")
                        .startsWith("550 5.1.1 lang lang"));
    }

    @Test
    void withoutTheRightCertificateNothingIsRead() throws Exception {
        deliver(notification("failed", "driehoek@voorbeeld.nl", headers(MAIL)));
        try (ServerKeys others = ServerKeys.make()) {
            new BounceReader(settings(others.certificate().toString()), store, clock()).turn();
        }
        new BounceReader(settings(""), store, clock()).turn();
        assertThat(store.bounces(9)).isEmpty();
        assertThat(unread()).isEqualTo(1);
    }

    private BounceReader reader() {
        return new BounceReader(settings(keys.certificate().toString()), store, clock());
    }

    private static MailboxSettings settings(String certificate) {
        return new MailboxSettings(
                "127.0.0.1", server.getImaps().getPort(), SENDER, PASSWORD, Security.TLS, certificate, "INBOX");
    }

    private static Clock clock() {
        return Clock.fixed(NOW, ZoneOffset.UTC);
    }

    private void deliver(String message) throws MessagingException {
        mailbox.deliver(new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
    }

    private long unread() throws FolderException {
        return inbox().getMessages().stream()
                .filter(message -> !message.isSet(Flags.Flag.SEEN))
                .count();
    }

    private MailFolder inbox() throws FolderException {
        return server.getManagers().getImapHostManager().getInbox(mailbox);
    }

    private static String headers(String messageId) {
        return "Content-Type: text/rfc822-headers\n\nMessage-ID: " + messageId + "\nSubject: Rapport\n";
    }

    /** As RFC 3464 has it: for people, for programs, and what came back of the mail. */
    private static String notification(String action, String address, String returned) {
        return """
            From: Mail Delivery System <MAILER-DAEMON@mx.elders.nl>
            To: veiligheid@voorbeeld.nl
            Subject: Undelivered Mail Returned to Sender
            MIME-Version: 1.0
            Content-Type: multipart/report; report-type=delivery-status; boundary="=_deel"

            --=_deel
            Content-Type: text/plain; charset=us-ascii

            I could not deliver your mail.

            --=_deel
            Content-Type: message/delivery-status

            Reporting-MTA: dns; mx.elders.nl
            Arrival-Date: Fri, 6 Nov 2026 09:14:00 +0100

            Final-Recipient: rfc822; %s
            Action: %s
            Status: 5.1.1
            Diagnostic-Code: smtp; 550 5.1.1
                Mailbox unknown here

            --=_deel
            %s
            --=_deel--
            """.formatted(address, action, returned);
    }
}
