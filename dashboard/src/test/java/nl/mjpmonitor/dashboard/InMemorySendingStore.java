package nl.mjpmonitor.dashboard;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.sending.Bounce;
import nl.mjpmonitor.dashboard.sending.Claim;
import nl.mjpmonitor.dashboard.sending.Mail;
import nl.mjpmonitor.dashboard.sending.MailState;
import nl.mjpmonitor.dashboard.sending.Mailing;
import nl.mjpmonitor.dashboard.sending.Recipient;
import nl.mjpmonitor.dashboard.sending.SendingRefusedException;
import nl.mjpmonitor.dashboard.sending.SendingRefusedException.Reason;
import nl.mjpmonitor.dashboard.sending.SendingStore;
import nl.mjpmonitor.warehouse.areas.AreaCode;

/** Sending in memory, by the same rules as in PostgreSQL; one contract tests both. */
public final class InMemorySendingStore implements SendingStore {

    private final InMemoryStore store;
    private final TreeMap<Long, Recipient> recipients = new TreeMap<>();
    private final TreeMap<String, Mailing> mailings = new TreeMap<>();
    private final TreeMap<Long, Mail> mails = new TreeMap<>();
    private final Map<Long, UUID> claims = new HashMap<>();
    private final List<Bounce> bounces = new ArrayList<>();
    private long lastId;

    public InMemorySendingStore(InMemoryStore store) {
        this.store = store;
    }

    public synchronized void clear() {
        recipients.clear();
        mailings.clear();
        mails.clear();
        claims.clear();
        bounces.clear();
    }

    @Override
    public synchronized List<Recipient> recipients() {
        store.answer();
        return recipients.values().stream()
                .sorted(Comparator.comparing(one -> one.address().toLowerCase(Locale.ROOT)))
                .toList();
    }

    @Override
    public synchronized void add(String address, Role role, Optional<AreaCode> area, String actor, Instant at) {
        store.answer();
        if (recipients.values().stream().anyMatch(one -> one.address().equalsIgnoreCase(address))) {
            throw new SendingRefusedException(Reason.KNOWN_ALREADY);
        }
        lastId++;
        recipients.put(lastId, new Recipient(lastId, address, role, area, at));
    }

    @Override
    public synchronized void remove(long recipient, String actor, Instant at) {
        store.answer();
        recipients.remove(recipient);
    }

    @Override
    public synchronized List<Mailing> mailings() {
        store.answer();
        return List.copyOf(mailings.values());
    }

    @Override
    public synchronized void set(Mailing mailing, String actor) {
        store.answer();
        ReportId report = mailing.report();
        mailings.put(report.value(), mailing);
    }

    @Override
    public synchronized Set<Queued> queuedSince(Instant moment) {
        store.answer();
        return mails.values().stream()
                .filter(mail -> !mail.queuedAt().isBefore(moment))
                .map(mail -> new Queued(mail.edition(), mail.address().toLowerCase(Locale.ROOT)))
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public synchronized boolean queue(EditionId edition, String address, String messageId, Instant at) {
        store.answer();
        boolean isThere = mails.values().stream()
                .anyMatch(
                        mail -> mail.edition().equals(edition) && mail.address().equalsIgnoreCase(address));
        if (isThere) {
            return false;
        }
        lastId++;
        mails.put(
                lastId,
                new Mail(
                        lastId,
                        edition,
                        address,
                        messageId,
                        MailState.WAITING,
                        0,
                        at,
                        Optional.empty(),
                        "",
                        at,
                        Optional.empty()));
        return true;
    }

    @Override
    public synchronized Optional<Claim> claim(Instant now, Duration lease) {
        store.answer();
        return mails.values().stream()
                .filter(mail -> isDue(mail, now))
                .min(Comparator.comparing(Mail::nextAt).thenComparingLong(Mail::id))
                .map(mail -> {
                    UUID token = UUID.randomUUID();
                    claims.put(mail.id(), token);
                    Mail claimed = with(
                            mail,
                            MailState.CLAIMED,
                            mail.attempts() + 1,
                            mail.nextAt(),
                            Optional.of(now.plus(lease)),
                            mail.answer(),
                            Optional.empty());
                    mails.put(mail.id(), claimed);
                    return new Claim(claimed, token);
                });
    }

    private static boolean isDue(Mail mail, Instant now) {
        boolean isWaiting = mail.state() == MailState.WAITING && !mail.nextAt().isAfter(now);
        boolean isLeft = mail.state() == MailState.CLAIMED
                && mail.claimedUntil().filter(until -> until.isBefore(now)).isPresent();
        return isWaiting || isLeft;
    }

    @Override
    public synchronized boolean handOver(Claim claim) {
        store.answer();
        Mail mail = mails.get(claim.mail().id());
        return mail.state() == MailState.CLAIMED
                && change(
                        claim,
                        one -> with(
                                one,
                                MailState.HANDED_OVER,
                                one.attempts(),
                                one.nextAt(),
                                one.claimedUntil(),
                                one.answer(),
                                Optional.empty()));
    }

    @Override
    public synchronized void sent(Claim claim, String answer, Instant at) {
        store.answer();
        if (mails.get(claim.mail().id()).state() == MailState.HANDED_OVER) {
            boolean ignored = change(
                    claim,
                    one -> with(
                            one,
                            MailState.SENT,
                            one.attempts(),
                            one.nextAt(),
                            Optional.empty(),
                            answer,
                            Optional.of(at)));
        }
    }

    @Override
    public synchronized void postpone(Claim claim, String answer, Instant nextAt) {
        store.answer();
        boolean ignored = change(
                claim,
                one -> with(
                        one, MailState.WAITING, one.attempts(), nextAt, Optional.empty(), answer, Optional.empty()));
    }

    @Override
    public synchronized void end(Claim claim, MailState state, String answer) {
        store.answer();
        boolean ignored = change(
                claim,
                one -> with(one, state, one.attempts(), one.nextAt(), Optional.empty(), answer, Optional.empty()));
    }

    private boolean change(Claim claim, UnaryOperator<Mail> change) {
        long id = claim.mail().id();
        if (!claim.token().equals(claims.get(id))) {
            return false;
        }
        Mail changed = change.apply(mails.get(id));
        mails.put(id, changed);
        if (changed.claimedUntil().isEmpty()) {
            claims.remove(id);
        }
        return true;
    }

    @Override
    public synchronized void repeat(long id, Instant now) {
        store.answer();
        Mail mail = mails.get(id);
        if (mail == null || !mail.isUncertain(now)) {
            throw new SendingRefusedException(Reason.NOT_UNCERTAIN);
        }
        claims.remove(id);
        mails.put(
                id,
                with(mail, MailState.WAITING, mail.attempts(), now, Optional.empty(), mail.answer(), Optional.empty()));
    }

    @Override
    public synchronized List<Mail> newest(int most) {
        store.answer();
        return mails.descendingMap().values().stream().limit(most).toList();
    }

    @Override
    public synchronized Optional<Mail> find(String messageId) {
        store.answer();
        return mails.values().stream()
                .filter(mail -> mail.messageId().equals(messageId))
                .findFirst();
    }

    @Override
    public synchronized Optional<Mail> newestTo(String address) {
        store.answer();
        return mails.descendingMap().values().stream()
                .filter(mail -> mail.address().equalsIgnoreCase(address))
                .findFirst();
    }

    @Override
    public synchronized void add(Bounce bounce) {
        store.answer();
        if (!bounces.contains(bounce)) {
            bounces.add(bounce);
        }
    }

    @Override
    public synchronized List<Bounce> bounces(int most) {
        store.answer();
        return bounces.reversed().stream().limit(most).toList();
    }

    private static Mail with(
            Mail mail,
            MailState state,
            int attempts,
            Instant nextAt,
            Optional<Instant> claimedUntil,
            String answer,
            Optional<Instant> sentAt) {
        return new Mail(
                mail.id(),
                mail.edition(),
                mail.address(),
                mail.messageId(),
                state,
                attempts,
                nextAt,
                claimedUntil,
                answer,
                mail.queuedAt(),
                sentAt);
    }
}
