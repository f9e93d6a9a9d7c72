package nl.mjpmonitor.streaming.signals;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.streaming.change.Operation;
import nl.mjpmonitor.streaming.row.RowChange;
import nl.mjpmonitor.warehouse.facts.Condition;
import nl.mjpmonitor.warehouse.facts.Coverage;
import nl.mjpmonitor.warehouse.facts.Fact;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.functions.RichFlatMapFunction;
import org.apache.flink.util.Collector;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Turns a change of a row into what it changes in the series that rules look at: months that a delivery or a register covers, and
 * casework that counts towards a norm. What the stream counts in any case comes from {@link SeriesBundleOperator}. Changes of
 * other tables give nothing.
 */
public final class SeriesMapper extends RichFlatMapFunction<RowChange, SeriesChange> {

    /** Stands for all police classes: of a delivery from before it named them. */
    static final String EVERY_REGISTER = "*";

    private static final long serialVersionUID = 1L;
    private static final String DELIVERY = "delivery";
    private static final String REGISTER_PERIOD = "register_period";
    private static final int ISO_DATE_LENGTH = "yyyy-mm-dd".length();

    private transient JsonMapper mapper;
    private transient Map<String, List<WatchedSeries>> coveredBySystem;
    private transient Map<String, List<WatchedSeries>> countedByTable;

    /** What a row of casework counts for. */
    private record Share(int month, long count, long unknown) {}

    @Override
    public void open(OpenContext context) {
        mapper = JsonMapper.builder().build();
        coveredBySystem = new HashMap<>();
        countedByTable = new HashMap<>();
        for (WatchedSeries series : WatchedCatalogue.shared().all()) {
            Fact fact = series.rows().fact();
            if (!series.registers().isEmpty()) {
                coveredBySystem
                        .computeIfAbsent(coverTable(fact), any -> new ArrayList<>())
                        .add(series);
            }
            if (fact.streamed().isEmpty()) {
                countedByTable
                        .computeIfAbsent(fact.id().system() + ' ' + fact.table(), any -> new ArrayList<>())
                        .add(series);
            }
        }
    }

    private static String coverTable(Fact fact) {
        return fact.id().system() + ' ' + (fact.coverage() == Coverage.DELIVERIES ? DELIVERY : REGISTER_PERIOD);
    }

    @Override
    public void flatMap(RowChange change, Collector<SeriesChange> out) {
        String table = change.system() + ' ' + change.table();
        List<WatchedSeries> covered = coveredBySystem.getOrDefault(table, List.of());
        if (!covered.isEmpty()) {
            cover(change, covered, out);
        }
        List<WatchedSeries> counted = countedByTable.getOrDefault(table, List.of());
        if (!counted.isEmpty()) {
            count(change, counted, out);
        }
    }

    private void cover(RowChange change, List<WatchedSeries> all, Collector<SeriesChange> out) {
        Optional<JsonNode> row = row(change.currentRow());
        boolean covers = row.filter(SeriesMapper::isAccepted).isPresent();
        Set<String> covered = row.map(SeriesMapper::registers).orElse(Set.of());
        Optional<YearMonth> first = row.flatMap(found -> month(found, "period_from"));
        Optional<YearMonth> last = row.flatMap(found -> month(found, "period_to"));
        for (WatchedSeries series : all) {
            String registers = covered.contains(EVERY_REGISTER)
                    ? EVERY_REGISTER
                    : series.registers().stream().filter(covered::contains).collect(Collectors.joining(","));
            boolean isCover = covers && first.isPresent() && last.isPresent() && !registers.isEmpty();
            out.collect(new SeriesChange(
                    series.indicator().id().value(),
                    series.area().code().value(),
                    isCover ? SeriesChange.Kind.COVER : SeriesChange.Kind.NO_COVER,
                    isCover ? SeriesStand.number(first.get()) : 0,
                    isCover ? SeriesStand.number(last.get()) : 0,
                    0,
                    0,
                    change.operation() == Operation.READ,
                    change.key(),
                    registers,
                    change.knownAt().toEpochMilli()));
        }
    }

    /** A register has no status; a delivery that was withdrawn covers nothing. */
    private static boolean isAccepted(JsonNode row) {
        return row.path("status").asString("accepted").equals("accepted");
    }

    private static Set<String> registers(JsonNode row) {
        JsonNode register = row.get("register");
        if (register != null) {
            return Set.of(register.asString(""));
        }
        JsonNode classes = row.get("police_classes");
        if (classes == null || classes.isNull()) {
            return Set.of(EVERY_REGISTER);
        }
        Set<String> all = new HashSet<>();
        classes.forEach(policeClass -> all.add(policeClass.asString("")));
        return all;
    }

    private void count(RowChange change, List<WatchedSeries> all, Collector<SeriesChange> out) {
        Optional<JsonNode> previous = row(change.previousRow());
        Optional<JsonNode> current = row(change.currentRow());
        for (WatchedSeries series : all) {
            previous.flatMap(row -> share(series, row)).ifPresent(share -> emit(series, share, -1, change, out));
            current.flatMap(row -> share(series, row)).ifPresent(share -> emit(series, share, 1, change, out));
        }
    }

    private static void emit(
            WatchedSeries series, Share share, int sign, RowChange change, Collector<SeriesChange> out) {
        out.collect(SeriesChange.count(
                series.indicator().id().value(),
                series.area().code().value(),
                share.month(),
                sign * share.count(),
                sign * share.unknown(),
                change.operation() == Operation.READ,
                change.knownAt().toEpochMilli()));
    }

    private static Optional<Share> share(WatchedSeries series, JsonNode row) {
        Fact fact = series.rows().fact();
        if (!series.rows().conditions().stream().allMatch(condition -> holds(condition, row))) {
            return Optional.empty();
        }
        Optional<YearMonth> month = month(row, fact.date());
        JsonNode amount = fact.amount().map(row::path).orElse(null);
        return month.map(SeriesStand::number).map(number -> {
            if (amount == null) {
                return new Share(number, 1, 0);
            }
            return amount.isNumber() ? new Share(number, amount.longValue(), 0) : new Share(number, 0, 1);
        });
    }

    private static boolean holds(Condition condition, JsonNode row) {
        JsonNode value = row.get(condition.column());
        if (value == null || value.isNull()) {
            return false;
        }
        return condition.values().equals(List.of(Condition.ANY))
                || condition.values().contains(value.asString(""));
    }

    private Optional<JsonNode> row(@Nullable String json) {
        return json == null ? Optional.empty() : Optional.of(mapper.readTree(json));
    }

    /** The month of a date; empty when the row has none. Debezium marks a date as UTC with a final Z. */
    private static Optional<YearMonth> month(JsonNode row, String column) {
        String text = row.path(column).asString("");
        if (text.length() < ISO_DATE_LENGTH) {
            return Optional.empty();
        }
        try {
            return Optional.of(YearMonth.from(LocalDate.parse(text.substring(0, ISO_DATE_LENGTH))));
        } catch (DateTimeParseException noDate) {
            return Optional.empty();
        }
    }
}
