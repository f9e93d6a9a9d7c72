package nl.mjpmonitor.dashboard.sending;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.sending.SendingRefusedException.Reason;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sending in PostgreSQL. */
final class JdbcSendingStore implements SendingStore {

    private record RecipientRow(
            long id, String address, String role, @Nullable String area, OffsetDateTime addedAt) {

        Recipient recipient() {
            return new Recipient(
                    id,
                    address,
                    Role.of(role).orElseThrow(),
                    Optional.ofNullable(area).map(AreaCode::new),
                    addedAt.toInstant());
        }
    }

    private record MailingRow(
            String report, boolean isActive, @Nullable Integer workingDay, OffsetDateTime changedAt) {

        Mailing mailing() {
            return new Mailing(new ReportId(report), isActive, Optional.ofNullable(workingDay), changedAt.toInstant());
        }
    }

    private record MailRow(
            long id,
            long editionId,
            String address,
            String messageId,
            String state,
            int attempts,
            OffsetDateTime nextAt,
            @Nullable OffsetDateTime claimedUntil,
            String answer,
            OffsetDateTime queuedAt,
            @Nullable OffsetDateTime sentAt) {

        Mail mail() {
            return new Mail(
                    id,
                    new EditionId(editionId),
                    address,
                    messageId,
                    MailState.of(state),
                    attempts,
                    nextAt.toInstant(),
                    Optional.ofNullable(claimedUntil).map(OffsetDateTime::toInstant),
                    answer,
                    queuedAt.toInstant(),
                    Optional.ofNullable(sentAt).map(OffsetDateTime::toInstant));
        }
    }

    private record BounceRow(
            @Nullable Long mailId, String address, String kind, String code, String answer, OffsetDateTime happenedAt) {

        Bounce bounce() {
            return new Bounce(
                    Optional.ofNullable(mailId),
                    address,
                    Bounce.Kind.valueOf(kind.toUpperCase(Locale.ROOT)),
                    code,
                    answer,
                    happenedAt.toInstant());
        }
    }

    private record QueuedRow(long editionId, String address) {

        Queued queued() {
            return new Queued(new EditionId(editionId), address);
        }
    }

    private static final String MAIL =
            "id, edition_id, address, message_id, state, attempts, next_at, claimed_until, answer, queued_at, sent_at";

    private static final String RECIPIENTS = """
        SELECT id, address, role, area, added_at FROM recipient WHERE removed_at IS NULL ORDER BY lower(address)
        """;

    private static final String ADD_RECIPIENT = """
        INSERT INTO recipient (address, role, area, added_by, added_at) VALUES (:address, :role, :area, :actor, :at)
        """;

    private static final String REMOVE = """
        UPDATE recipient SET removed_by = :actor, removed_at = :at WHERE id = :id AND removed_at IS NULL
        """;

    private static final String SET = """
        INSERT INTO mailing (report, is_active, working_day, changed_by, changed_at)
        VALUES (:report, :active, :day, :actor, :at)
        ON CONFLICT (report) DO UPDATE SET
            is_active = excluded.is_active, working_day = excluded.working_day,
            changed_by = excluded.changed_by, changed_at = excluded.changed_at
        """;

    private static final String QUEUE = """
        INSERT INTO mail (edition_id, address, message_id, state, attempts, next_at, answer, queued_at)
        VALUES (:edition, :address, :message, 'waiting', 0, :at, '', :at)
        ON CONFLICT DO NOTHING
        """;

    /** Who is first takes it; others pass over it and take the next one. */
    private static final String CLAIM = """
        UPDATE mail SET state = 'claimed', attempts = attempts + 1, claim = :claim, claimed_until = :until
        WHERE id = (
            SELECT id FROM mail
            WHERE state = 'waiting' AND next_at <= :now OR state = 'claimed' AND claimed_until < :now
            ORDER BY next_at, id
            LIMIT 1
            FOR UPDATE SKIP LOCKED)
        RETURNING %s
        """.formatted(MAIL);

    private static final String HAND_OVER = """
        UPDATE mail SET state = 'handed-over' WHERE id = :id AND state = 'claimed' AND claim = :claim
        """;

    /** The turn ends, if it is still the same; more may be set and asked. */
    private static final String GIVE_BACK = """
        UPDATE mail SET claim = NULL, claimed_until = NULL, answer = :answer, %s WHERE id = :id AND claim = :claim%s
        """;

    private static final String SENT =
            GIVE_BACK.formatted("state = 'sent', sent_at = :at", " AND state = 'handed-over'");

    private static final String POSTPONE = GIVE_BACK.formatted("state = 'waiting', next_at = :next", "");

    private static final String END = GIVE_BACK.formatted("state = :state", "");

    private static final String REPEAT = """
        UPDATE mail SET state = 'waiting', claim = NULL, claimed_until = NULL, next_at = :now
        WHERE id = :id AND state = 'handed-over' AND claimed_until < :now
        """;

    private static final String ADD_BOUNCE = """
        INSERT INTO mail_bounce (mail_id, address, kind, code, answer, happened_at)
        SELECT CAST(:mail AS bigint), :address, :kind, :code, :answer, :at
        WHERE NOT EXISTS (
            SELECT 1 FROM mail_bounce
            WHERE mail_id IS NOT DISTINCT FROM CAST(:mail AS bigint) AND address = :address AND kind = :kind
                AND code = :code AND answer = :answer AND happened_at = :at)
        """;

    private final Store store;

    JdbcSendingStore(Store store) {
        this.store = store;
    }

    @Override
    public List<Recipient> recipients() {
        return store.read(client ->
                client.sql(RECIPIENTS).query(DataClassRowMapper.newInstance(RecipientRow.class)).list().stream()
                        .map(RecipientRow::recipient)
                        .toList());
    }

    @Override
    public void add(String address, Role role, Optional<AreaCode> area, String actor, Instant at) {
        try {
            int ignored = store.<Integer>change(client -> client.sql(ADD_RECIPIENT)
                    .param("address", address)
                    .param("role", role.word())
                    .param("area", area.map(AreaCode::value).orElse(null))
                    .param("actor", actor)
                    .param("at", utc(at))
                    .update());
        } catch (DuplicateKeyException known) {
            throw new SendingRefusedException(Reason.KNOWN_ALREADY);
        }
    }

    @Override
    public void remove(long recipient, String actor, Instant at) {
        int ignored = store.<Integer>change(client -> client.sql(REMOVE)
                .param("id", recipient)
                .param("actor", actor)
                .param("at", utc(at))
                .update());
    }

    @Override
    public List<Mailing> mailings() {
        return store.read(client -> client
                .sql("SELECT report, is_active, working_day, changed_at FROM mailing ORDER BY report")
                .query(DataClassRowMapper.newInstance(MailingRow.class))
                .list()
                .stream()
                .map(MailingRow::mailing)
                .toList());
    }

    @Override
    public void set(Mailing mailing, String actor) {
        int ignored = store.<Integer>change(client -> client.sql(SET)
                .param("report", mailing.report().value())
                .param("active", mailing.isActive())
                .param("day", mailing.workingDay().orElse(null))
                .param("actor", actor)
                .param("at", utc(mailing.changedAt()))
                .update());
    }

    @Override
    public Set<Queued> queuedSince(Instant moment) {
        return store.read(client -> client
                .sql("SELECT edition_id, lower(address) AS address FROM mail WHERE queued_at >= :moment")
                .param("moment", utc(moment))
                .query(DataClassRowMapper.newInstance(QueuedRow.class))
                .list()
                .stream()
                .map(QueuedRow::queued)
                .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public boolean queue(EditionId edition, String address, String messageId, Instant at) {
        int added = store.<Integer>change(client -> client.sql(QUEUE)
                .param("edition", edition.value())
                .param("address", address)
                .param("message", messageId)
                .param("at", utc(at))
                .update());
        return added == 1;
    }

    @Override
    public Optional<Claim> claim(Instant now, Duration lease) {
        UUID token = UUID.randomUUID();
        return store.change(client -> client.sql(CLAIM)
                .param("claim", token)
                .param("now", utc(now))
                .param("until", utc(now.plus(lease)))
                .query(DataClassRowMapper.newInstance(MailRow.class))
                .optional()
                .map(row -> new Claim(row.mail(), token)));
    }

    @Override
    public boolean handOver(Claim claim) {
        return store.<Integer>change(client -> of(client, HAND_OVER, claim).update()) == 1;
    }

    @Override
    public void sent(Claim claim, String answer, Instant at) {
        giveBack(claim, SENT, answer, "at", utc(at));
    }

    @Override
    public void postpone(Claim claim, String answer, Instant nextAt) {
        giveBack(claim, POSTPONE, answer, "next", utc(nextAt));
    }

    @Override
    public void end(Claim claim, MailState state, String answer) {
        giveBack(claim, END, answer, "state", state.word());
    }

    /** Ends the turn of whoever still has it; who lost it changes nothing. */
    private void giveBack(Claim claim, String sql, String answer, String parameter, Object value) {
        int ignored = store.<Integer>change(client -> of(client, sql, claim)
                .param("answer", answer)
                .param(parameter, value)
                .update());
    }

    private static JdbcClient.StatementSpec of(JdbcClient client, String sql, Claim claim) {
        return client.sql(sql).param("id", claim.mail().id()).param("claim", claim.token());
    }

    @Override
    public void repeat(long mail, Instant now) {
        int repeated = store.<Integer>change(client ->
                client.sql(REPEAT).param("id", mail).param("now", utc(now)).update());
        if (repeated == 0) {
            throw new SendingRefusedException(Reason.NOT_UNCERTAIN);
        }
    }

    @Override
    public List<Mail> newest(int most) {
        return store.read(client -> client
                .sql("SELECT " + MAIL + " FROM mail ORDER BY id DESC LIMIT :most")
                .param("most", most)
                .query(DataClassRowMapper.newInstance(MailRow.class))
                .list()
                .stream()
                .map(MailRow::mail)
                .toList());
    }

    @Override
    public Optional<Mail> find(String messageId) {
        return mail("message_id = :wanted", messageId);
    }

    @Override
    public Optional<Mail> newestTo(String address) {
        return mail("lower(address) = lower(:wanted)", address);
    }

    private Optional<Mail> mail(String condition, String wanted) {
        return store.read(
                client -> client.sql("SELECT " + MAIL + " FROM mail WHERE " + condition + " ORDER BY id DESC LIMIT 1")
                        .param("wanted", wanted)
                        .query(DataClassRowMapper.newInstance(MailRow.class))
                        .optional()
                        .map(MailRow::mail));
    }

    @Override
    public void add(Bounce bounce) {
        int ignored = store.<Integer>change(client -> client.sql(ADD_BOUNCE)
                .param("mail", bounce.mail().orElse(null))
                .param("address", bounce.address())
                .param("kind", bounce.kind().word())
                .param("code", bounce.code())
                .param("answer", bounce.answer())
                .param("at", utc(bounce.at()))
                .update());
    }

    @Override
    public List<Bounce> bounces(int most) {
        return store.read(client ->
                client
                        .sql("""
                            SELECT mail_id, address, kind, code, answer, happened_at
                            FROM mail_bounce ORDER BY id DESC LIMIT :most
                            """)
                        .param("most", most)
                        .query(DataClassRowMapper.newInstance(BounceRow.class))
                        .list()
                        .stream()
                        .map(BounceRow::bounce)
                        .toList());
    }

    private static OffsetDateTime utc(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
