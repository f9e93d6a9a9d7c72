package nl.mjpmonitor.streaming.detection;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.warehouse.rows.ChangeEventRow;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A detection could see what its sources registered and nothing more: the months in which those registers were kept are the months in
 * which no detection means zero. So their periods are repeated under {@link DetectedRow#SYSTEM}, under the same names and versions.
 * Hotspots are found no further back than they are remembered; what a register kept before that is left out.
 */
public final class DetectionRegisters extends RichFlatMapFunction<RowChange, ChangeEventRow> {

    private static final long serialVersionUID = 1L;
    private static final String TABLE = "register_period";
    private static final String FROM = "period_from";
    private static final String TO = "period_to";
    private static final String REPORTS = "report";

    /** Per system the registers that detections look at; their names differ. */
    private static final Map<String, Set<String>> WATCHED =
            Map.of("melddesk", Set.of(REPORTS), "ondermijning", Set.of("lwo", "atom", "mot", "riec"));

    private final int hotspotMemoryDays;

    private transient JsonMapper mapper;

    /** Repeats the registers for a detection of hotspots that looks back so many days. */
    public DetectionRegisters(int hotspotMemoryDays) {
        this.hotspotMemoryDays = hotspotMemoryDays;
    }

    @Override
    public void open(OpenContext context) {
        mapper = JsonMapper.builder().build();
    }

    @Override
    public void flatMap(RowChange change, Collector<ChangeEventRow> out) {
        String text = change.currentRow() == null ? change.previousRow() : change.currentRow();
        Set<String> watched = WATCHED.getOrDefault(change.system(), Set.of());
        if (text == null || watched.isEmpty() || !change.table().equals(TABLE)) {
            return;
        }
        ObjectNode row = (ObjectNode) mapper.readTree(text);
        String register = row.path("register").asString("");
        if (!watched.contains(register)) {
            return;
        }
        Optional<ObjectNode> seen = register.equals(REPORTS) ? remembered(row, change) : Optional.of(row);
        out.collect(new ChangeEventRow(
                DetectedRow.SYSTEM,
                TABLE,
                change.key(),
                change.version().epoch(),
                change.version().lsn(),
                change.version().order(),
                change.operation().code(),
                change.currentRow() == null || seen.isEmpty(),
                mapper.writeValueAsString(seen.orElse(row)),
                change.sourceAt().toEpochMilli(),
                change.knownAt().toEpochMilli(),
                change.topic(),
                change.partition(),
                change.offset()));
    }

    /** The part of a period that is remembered as a whole; empty when there is none. */
    private Optional<ObjectNode> remembered(ObjectNode row, RowChange change) {
        LocalDate earliest = YearMonth.from(DutchDays.of(change.knownAt()).minusDays(hotspotMemoryDays))
                .plusMonths(1)
                .atDay(1);
        if (DutchDays.of(row, TO).isBefore(earliest)) {
            return Optional.empty();
        }
        if (DutchDays.of(row, FROM).isBefore(earliest)) {
            row.put(FROM, earliest.toString());
        }
        return Optional.of(row);
    }
}
