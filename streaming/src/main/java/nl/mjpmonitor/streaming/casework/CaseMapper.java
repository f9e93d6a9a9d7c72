package nl.mjpmonitor.streaming.casework;

import java.util.Optional;
import nl.mjpmonitor.streaming.detection.DutchDays;
import nl.mjpmonitor.streaming.row.RowChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Turns a change of a case file, a step or an outcome into the new stand of that row; other changes give nothing. */
public final class CaseMapper extends RichFlatMapFunction<RowChange, CaseChange> {

    private static final long serialVersionUID = 1L;

    private transient JsonMapper mapper;

    @Override
    public void open(OpenContext context) {
        mapper = JsonMapper.builder().build();
    }

    @Override
    public void flatMap(RowChange change, Collector<CaseChange> out) {
        Optional<CaseRowKind> kind = kind(change);
        if (kind.isEmpty()) {
            return;
        }
        Optional<CaseChange> previous = stand(change, kind.get(), change.previousRow());
        Optional<CaseChange> current = stand(change, kind.get(), change.currentRow());
        boolean hasLeft = previous.isPresent()
                && current.filter(stand -> stand.caseKey().equals(previous.get().caseKey()))
                        .isEmpty();
        if (hasLeft) {
            out.collect(previous.get().gone(change.version(), change.knownAt()));
        }
        current.ifPresent(out::collect);
    }

    private static Optional<CaseRowKind> kind(RowChange change) {
        if (!change.system().equals("ondermijning")) {
            return Optional.empty();
        }
        return switch (change.table()) {
            case "case_file" -> Optional.of(CaseRowKind.FILE);
            case "case_step" -> Optional.of(CaseRowKind.STEP);
            case "case_outcome" -> Optional.of(CaseRowKind.OUTCOME);
            default -> Optional.empty();
        };
    }

    private Optional<CaseChange> stand(RowChange change, CaseRowKind kind, @Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(stand(change, kind, mapper.readTree(text)));
    }

    private static CaseChange stand(RowChange change, CaseRowKind kind, JsonNode row) {
        boolean isFile = kind == CaseRowKind.FILE;
        return new CaseChange(
                row.get("case_number").stringValue(),
                kind,
                change.key(),
                change.version(),
                change.knownAt(),
                row.get("is_withdrawn").booleanValue(),
                isFile ? "" : row.get("step").stringValue(),
                isFile ? 0 : row.get("pass_number").intValue(),
                row.get("buurt_code").stringValue(),
                DutchDays.of(row, from(kind)).toEpochDay(),
                to(kind).map(column -> day(row, column)).orElse(null),
                kind == CaseRowKind.OUTCOME ? row.get("outcome").stringValue() : "");
    }

    private static String from(CaseRowKind kind) {
        return switch (kind) {
            case FILE -> "opened_on";
            case STEP -> "entered_on";
            case OUTCOME -> "decided_on";
        };
    }

    private static Optional<String> to(CaseRowKind kind) {
        return switch (kind) {
            case FILE -> Optional.of("closed_on");
            case STEP -> Optional.of("left_on");
            case OUTCOME -> Optional.empty();
        };
    }

    private static @Nullable Long day(JsonNode row, String column) {
        return row.get(column).isNull() ? null : DutchDays.of(row, column).toEpochDay();
    }
}
