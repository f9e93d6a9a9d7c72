package nl.mjpmonitor.dashboard.sending;

import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.search.AndTerm;
import jakarta.mail.search.FlagTerm;
import jakarta.mail.search.HeaderTerm;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import nl.mjpmonitor.dashboard.sending.MailSettings.Security;
import nl.mjpmonitor.dashboard.store.StoreAwayException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the notifications that came back, over IMAP with TLS, into the log of bounces. A notification is kept first and marked as seen after
 * that: who is killed in between reads it again, and what is kept already is not kept twice. Other mail is left as it is.
 *
 * <p>A notification belongs to the mail whose Message-ID it sends back; without one to the newest mail to the address that it names. What names
 * neither is not about a mail of ours, is told in the log and goes no further: anybody can write to this mailbox.
 */
final class BounceReader {

    private static final Logger LOG = LoggerFactory.getLogger(BounceReader.class);
    private static final int MOST_A_TURN = 100;
    private static final String CONNECT_MILLISECONDS = "10000";
    private static final String ANSWER_MILLISECONDS = "60000";

    private final MailboxSettings settings;
    private final SendingStore store;
    private final Clock clock;
    private final String protocol;
    private final Session session;

    BounceReader(MailboxSettings settings, SendingStore store, Clock clock) {
        this.settings = settings;
        this.store = store;
        this.clock = clock;
        this.protocol = settings.security() == Security.TLS ? "imaps" : "imap";
        this.session = Session.getInstance(properties());
    }

    private Properties properties() {
        Properties properties = new Properties();
        String prefix = "mail." + protocol + ".";
        properties.put(prefix + "connectiontimeout", CONNECT_MILLISECONDS);
        properties.put(prefix + "timeout", ANSWER_MILLISECONDS);
        properties.put(prefix + "writetimeout", ANSWER_MILLISECONDS);
        // looking at a mail does not mark it
        properties.put(prefix + "peek", "true");
        properties.put(prefix + "ssl.checkserveridentity", "true");
        properties.put(prefix + "ssl.protocols", "TLSv1.2 TLSv1.3");
        if (settings.security() == Security.STARTTLS) {
            properties.put(prefix + "starttls.enable", "true");
            properties.put(prefix + "starttls.required", "true");
        }
        if (!settings.certificate().isBlank()) {
            properties.put(
                    prefix + "ssl.socketFactory",
                    Certificates.trusting(settings.certificate(), "MJP_BOUNCE_CERTIFICATE"));
        }
        return properties;
    }

    /** Reads what is new. Never throws. */
    void turn() {
        try (Store mailbox = session.getStore(protocol)) {
            mailbox.connect(settings.host(), settings.port(), settings.user(), settings.password());
            try (Folder folder = mailbox.getFolder(settings.folder())) {
                folder.open(Folder.READ_WRITE);
                read(folder);
            }
        } catch (StoreAwayException away) {
            LOG.debug("Notifications wait for the store");
        } catch (MessagingException problem) {
            LOG.warn("The mailbox of {} cannot be read: {}", settings, problem.toString());
        } catch (RuntimeException unforeseen) {
            LOG.error("Notifications could not be read for an unforeseen reason", unforeseen);
        }
    }

    private void read(Folder folder) throws MessagingException {
        Message[] found = folder.search(new AndTerm(
                new FlagTerm(new Flags(Flags.Flag.SEEN), false),
                new HeaderTerm("Content-Type", DeliveryReport.MEDIA_TYPE)));
        List<Message> next = List.of(found).stream().limit(MOST_A_TURN).toList();
        FetchProfile wanted = new FetchProfile();
        wanted.add(FetchProfile.Item.ENVELOPE);
        wanted.add(FetchProfile.Item.CONTENT_INFO);
        folder.fetch(next.toArray(Message[]::new), wanted);
        for (Message message : next) {
            read(message);
        }
    }

    /** One that cannot be read is marked as well: it would stop those behind it every time. */
    private void read(Message message) throws MessagingException {
        try {
            DeliveryReport.of(message).ifPresent(report -> keep(report, arrived(message)));
        } catch (IOException | MessagingException unreadable) {
            if (!message.getFolder().isOpen()) {
                throw new MessagingException("The connection broke", unreadable);
            }
            LOG.warn("A notification cannot be read: {}", unreadable.toString());
        }
        message.setFlag(Flags.Flag.SEEN, true);
    }

    private void keep(DeliveryReport report, Instant at) {
        Optional<Mail> known = report.messageId().flatMap(store::find);
        for (DeliveryReport.Failure failure : report.failures()) {
            Optional<Mail> about = known.or(() -> store.newestTo(failure.address()));
            about.ifPresentOrElse(
                    mail -> store.add(new Bounce(
                            Optional.of(mail.id()),
                            mail.address(),
                            Bounce.Kind.DSN,
                            failure.status(),
                            failure.diagnosis(),
                            at)),
                    () -> LOG.info("A notification is about no mail of ours"));
        }
    }

    /** The store keeps microseconds. */
    @SuppressWarnings("JavaUtilDate") // Jakarta Mail knows no other
    private Instant arrived(Message message) {
        try {
            return Optional.ofNullable(message.getReceivedDate())
                    .map(Date::toInstant)
                    .orElseGet(clock::instant)
                    .truncatedTo(ChronoUnit.MILLIS);
        } catch (MessagingException unknown) {
            return clock.instant().truncatedTo(ChronoUnit.MILLIS);
        }
    }
}
