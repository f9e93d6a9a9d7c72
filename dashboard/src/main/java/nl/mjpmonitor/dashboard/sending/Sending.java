package nl.mjpmonitor.dashboard.sending;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.dashboard.access.OutOfScopeException;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.audit.AuditAction;
import nl.mjpmonitor.dashboard.audit.AuditLog;
import nl.mjpmonitor.dashboard.reports.ReportCatalogue;
import nl.mjpmonitor.dashboard.reports.ReportDefinition;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.sending.SendingRefusedException.Reason;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.areas.Areas;
import org.springframework.stereotype.Component;

/**
 * The list of recipients, the moments of sending and the outbox, on behalf of the reader of this thread. Every method decides for itself
 * what the reader may do, by the table of {@link SendingRight}.
 *
 * <p>All methods throw {@link nl.mjpmonitor.dashboard.store.StoreAwayException} when the store cannot be used now,
 * {@link OutOfScopeException} for what the reader may not do, and {@link SendingRefusedException} for what cannot be.
 */
@Component
class Sending {

    static final int NEWEST = 100;

    private final SendingStore store;
    private final MailSettings settings;
    private final MailboxSettings mailbox;
    private final ReportCatalogue reports;
    private final Areas areas;
    private final AuditLog audit;
    private final Clock clock;

    Sending(
            SendingStore store,
            MailSettings settings,
            MailboxSettings mailbox,
            ReportCatalogue reports,
            Areas areas,
            AuditLog audit,
            Clock clock) {
        this.store = store;
        this.settings = settings;
        this.mailbox = mailbox;
        this.reports = reports;
        this.areas = areas;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether there is a mail server; without one nothing is sent. */
    boolean isOn() {
        return settings.isGiven();
    }

    /** Whether notifications of mail that did not arrive are read from a mailbox. */
    boolean isReadingBounces() {
        return mailbox.isGiven();
    }

    /** The address from which mail is sent. */
    String sender() {
        return settings.from();
    }

    Set<SendingRight> rights() {
        return SendingRight.ofReader();
    }

    /** The kinds of report. */
    List<ReportDefinition> reports() {
        require(SendingRight.READ);
        return reports.all();
    }

    List<Recipient> recipients() {
        require(SendingRight.READ);
        return store.recipients();
    }

    List<Mailing> mailings() {
        require(SendingRight.READ);
        return store.mailings();
    }

    /** The newest mails. */
    List<Mail> mails() {
        require(SendingRight.READ);
        return store.newest(NEWEST);
    }

    /** The newest bounces. */
    List<Bounce> bounces() {
        require(SendingRight.READ);
        return store.bounces(NEWEST);
    }

    /** Puts somebody on the list. */
    void add(String typed, Role role, Optional<AreaCode> area) {
        require(SendingRight.MANAGE);
        boolean isAreaRight =
                role == Role.GEBIEDSTEAM ? area.flatMap(areas::find).isPresent() : area.isEmpty();
        if (!isAreaRight) {
            throw new SendingRefusedException(Reason.WRONG_AREA);
        }
        store.add(address(typed), role, area, Reader.current().name(), now());
        // an address says who somebody is, and the trail names accounts only
        audit.record(AuditAction.RECIPIENT_ADDED, role.word());
    }

    private static String address(String typed) {
        String address = typed.strip();
        try {
            new InternetAddress(address, true).validate();
        } catch (AddressException wrong) {
            throw new SendingRefusedException(Reason.WRONG_ADDRESS);
        }
        if (!address.matches("[^@\\s<>\"(),:;]+@[^@\\s<>\"(),:;]+\\.[^@\\s<>\"(),:;]+")) {
            throw new SendingRefusedException(Reason.WRONG_ADDRESS);
        }
        return address;
    }

    void remove(long recipient) {
        require(SendingRight.MANAGE);
        store.remove(recipient, Reader.current().name(), now());
        audit.record(AuditAction.RECIPIENT_REMOVED, Long.toString(recipient));
    }

    /**
     * Sets when editions of a kind of report are sent.
     *
     * @param workingDay of the month; at publication when empty
     */
    void set(ReportId report, boolean isActive, Optional<Integer> workingDay) {
        require(SendingRight.MANAGE);
        ReportId known = reports.require(report).id();
        store.set(
                new Mailing(known, isActive, workingDay, now()),
                Reader.current().name());
        audit.record(
                AuditAction.MAILING_CHANGED,
                known + " " + isActive + workingDay.map(day -> " " + day).orElse(""));
    }

    /** Sends a mail once more of which it is not known whether it arrived. */
    void repeat(long mail) {
        require(SendingRight.MANAGE);
        store.repeat(mail, now());
        audit.record(AuditAction.MAIL_REPEATED, Long.toString(mail));
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private void require(SendingRight right) {
        if (!rights().contains(right)) {
            audit.record(AuditAction.REFUSED, right + " sending");
            throw new OutOfScopeException("Not for this reader: " + right + " of the sending");
        }
    }
}
