package nl.mjpmonitor.streaming.hotspots;

import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.streaming.detection.DutchDays;
import nl.mjpmonitor.streaming.row.RowChange;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a change of a report of the Melddesk into what it changes at locations. Only live reports about persons or drugs with a known
 * location are looked at; a change that touches none of that gives nothing.
 */
public final class ReportMapper extends RichFlatMapFunction<RowChange, ReportChange> {

    private static final long serialVersionUID = 1L;
    private static final Set<String> SCREENED = Set.of("persons", "drugs");

    private transient JsonMapper mapper;

    @Override
    public void open(OpenContext context) {
        mapper = JsonMapper.builder().build();
    }

    @Override
    public void flatMap(RowChange change, Collector<ReportChange> out) {
        if (!change.system().equals("melddesk") || !change.table().equals("report")) {
            return;
        }
        Optional<ReportChange> gone = live(change, change.previousRow(), -1);
        Optional<ReportChange> came = live(change, change.currentRow(), 1);
        if (gone.isPresent() && came.isPresent() && isSame(gone.get(), came.get())) {
            return;
        }
        gone.ifPresent(out::collect);
        came.ifPresent(out::collect);
    }

    private Optional<ReportChange> live(RowChange change, @Nullable String text, int direction) {
        if (text == null) {
            return Optional.empty();
        }
        JsonNode row = mapper.readTree(text);
        boolean isLive = !row.get("is_withdrawn").booleanValue()
                && !row.get("is_merged").booleanValue()
                && !row.get("location_number").isNull()
                && SCREENED.contains(row.get("category").stringValue());
        return isLive
                ? Optional.of(new ReportChange(
                        row.get("location_number").stringValue(),
                        change.key(),
                        DutchDays.of(row, "happened_on").toEpochDay(),
                        row.get("category").stringValue(),
                        row.get("buurt_code").stringValue(),
                        direction,
                        change.knownAt()))
                : Optional.empty();
    }

    private static boolean isSame(ReportChange one, ReportChange other) {
        return one.location().equals(other.location())
                && one.happenedEpochDay() == other.happenedEpochDay()
                && one.category().equals(other.category())
                && one.areaCode().equals(other.areaCode());
    }
}
