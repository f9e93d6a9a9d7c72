package nl.mjpmonitor.warehouse.casework;

import com.clickhouse.client.api.query.GenericRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.WarehouseConnection;
import org.jspecify.annotations.Nullable;

/** {@link CaseProgress} out of {@code mart.case_step_current}. */
public final class ClickHouseCaseProgress implements CaseProgress {

    private static final String QUERY = """
            SELECT
                step,
                toInt32(pass_number) AS pass,
                toString(entered_on) AS entered_day,
                day_count,
                toString(stagnating_since) AS stagnating_day,
                toInt32(norm_days) AS norm
            FROM mart.case_step_current
            WHERE state != 'left'
            ORDER BY indexOf(['lwo', 'atom', 'mot', 'riec'], step), entered_on, step_key""";

    private record Row(String step, int normDays, OpenStep open) {}

    private final WarehouseConnection connection;

    public ClickHouseCaseProgress(WarehouseConnection connection) {
        this.connection = connection;
    }

    @Override
    public List<StepProgress> openSteps() {
        Map<String, List<Row>> steps = new LinkedHashMap<>();
        connection
                .query("Query of the open cases", QUERY, Map.of(), ClickHouseCaseProgress::row)
                .forEach(row -> steps.computeIfAbsent(row.step(), any -> new ArrayList<>())
                        .add(row));
        return steps.entrySet().stream()
                .map(step -> new StepProgress(
                        step.getKey(),
                        // of settings that were changed, those of the newest case
                        step.getValue().get(step.getValue().size() - 1).normDays(),
                        step.getValue().stream().map(Row::open).toList()))
                .toList();
    }

    private static Row row(GenericRecord row) {
        @Nullable String stagnating = row.getString("stagnating_day");
        return new Row(
                row.getString("step"),
                row.getInteger("norm"),
                new OpenStep(
                        row.getInteger("pass"),
                        LocalDate.parse(row.getString("entered_day")),
                        row.getInteger("day_count"),
                        Optional.ofNullable(stagnating).map(LocalDate::parse)));
    }
}
