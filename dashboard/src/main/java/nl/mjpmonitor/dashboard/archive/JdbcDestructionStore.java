package nl.mjpmonitor.dashboard.archive;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.archive.ArchiveRefusedException.Reason;
import nl.mjpmonitor.dashboard.archive.Destruction.Act;
import nl.mjpmonitor.dashboard.archive.Destruction.Decision;
import nl.mjpmonitor.dashboard.publications.EditionFile;
import nl.mjpmonitor.dashboard.publications.EditionId;
import nl.mjpmonitor.dashboard.publications.EditionSubject;
import nl.mjpmonitor.dashboard.reports.ReportId;
import nl.mjpmonitor.dashboard.store.Store;
import nl.mjpmonitor.warehouse.areas.AreaCode;
import nl.mjpmonitor.warehouse.periods.Period;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Destruction in PostgreSQL. Its triggers carry out an approval and hold the rules once more. */
final class JdbcDestructionStore implements DestructionStore {

    private record Line(
            long id,
            long editionId,
            String report,
            String area,
            String period,
            int number,
            OffsetDateTime publishedAt,
            String category,
            LocalDate endedOn,
            String reason,
            String files,
            String proposedBy,
            String proposedRole,
            OffsetDateTime proposedAt,
            @Nullable Boolean isApproved,
            @Nullable String decidedBy,
            @Nullable String decidedRole,
            @Nullable OffsetDateTime decidedAt) {

        Destruction destruction(JsonMapper mapper) {
            return new Destruction(
                    id,
                    new EditionSubject(
                            new ReportId(report),
                            new AreaCode(area),
                            Period.parse(period).orElseThrow(() -> new IllegalStateException("No period: " + period))),
                    number,
                    new DestructionProposal(
                            new EditionId(editionId),
                            publishedAt.toInstant(),
                            category,
                            endedOn,
                            reason,
                            List.of(mapper.readValue(files, EditionFile[].class))),
                    act(proposedBy, proposedRole, proposedAt),
                    decision());
        }

        private Optional<Decision> decision() {
            return isApproved == null || decidedBy == null || decidedRole == null || decidedAt == null
                    ? Optional.empty()
                    : Optional.of(new Decision(isApproved, act(decidedBy, decidedRole, decidedAt)));
        }

        private static Act act(String actor, String role, OffsetDateTime at) {
            return new Act(actor, Role.of(role).orElseThrow(), at.toInstant());
        }
    }

    private static final String ALL = """
            SELECT destruction.id, edition_id, report, area, period, number, published_at, category, ended_on,
                   destruction.reason, files, proposed_by, proposed_role, proposed_at,
                   is_approved, decided_by, decided_role, decided_at
            FROM destruction
            JOIN edition ON edition.id = edition_id
            LEFT JOIN destruction_decision ON destruction_id = destruction.id
            ORDER BY destruction.id DESC
            """;

    private static final String PROPOSE = """
            INSERT INTO destruction
                (edition_id, published_at, category, ended_on, reason, files, proposed_by, proposed_role, proposed_at)
            VALUES (:edition, :published, :category, :ended, :reason, :files, :actor, :role, :at)
            RETURNING id
            """;

    private static final String DECIDE = """
            INSERT INTO destruction_decision (destruction_id, is_approved, decided_by, decided_role, decided_at)
            VALUES (:id, :approved, :actor, :role, :at)
            """;

    private final Store store;
    private final JsonMapper mapper;

    JdbcDestructionStore(Store store, JsonMapper mapper) {
        this.store = store;
        this.mapper = mapper;
    }

    @Override
    public List<Destruction> all() {
        return store.read(this::all);
    }

    private List<Destruction> all(JdbcClient client) {
        return client.sql(ALL).query(DataClassRowMapper.newInstance(Line.class)).list().stream()
                .map(line -> line.destruction(mapper))
                .toList();
    }

    @Override
    public Destruction propose(DestructionProposal proposal, Act act) {
        try {
            return store.change(client -> {
                long id = client.sql(PROPOSE)
                        .param("edition", proposal.edition().value())
                        .param("published", proposal.publishedAt().atOffset(ZoneOffset.UTC))
                        .param("category", proposal.category())
                        .param("ended", proposal.endedOn())
                        .param("reason", proposal.reason())
                        .param("files", mapper.writeValueAsString(proposal.files()))
                        .param("actor", act.actor())
                        .param("role", act.role().word())
                        .param("at", act.at().atOffset(ZoneOffset.UTC))
                        .query(Long.class)
                        .single();
                return require(client, id);
            });
        } catch (DuplicateKeyException taken) {
            throw new ArchiveRefusedException(Reason.PROPOSED_ALREADY);
        }
    }

    @Override
    public Destruction decide(long id, Decision decision) {
        try {
            return store.change(client -> {
                int ignored = client.sql(DECIDE)
                        .param("id", id)
                        .param("approved", decision.isApproved())
                        .param("actor", decision.act().actor())
                        .param("role", decision.act().role().word())
                        .param("at", decision.act().at().atOffset(ZoneOffset.UTC))
                        .update();
                return require(client, id);
            });
        } catch (DataIntegrityViolationException missingOrDecided) {
            throw new ArchiveRefusedException(Reason.NOT_OPEN);
        }
    }

    private Destruction require(JdbcClient client, long id) {
        return all(client).stream().filter(one -> one.id() == id).findFirst().orElseThrow();
    }
}
