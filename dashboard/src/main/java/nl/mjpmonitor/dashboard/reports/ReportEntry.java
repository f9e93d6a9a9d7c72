package nl.mjpmonitor.dashboard.reports;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.dashboard.documents.ChartKind;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.jspecify.annotations.Nullable;

/** {@code <report>.yaml} as it is written. The schema sees to it that each block has one kind. */
record ReportEntry(
        String id,
        int position,
        LocalizedText title,
        PeriodGrain period,
        Role audience,
        Set<AreaKind> areas,
        String retention,
        List<SectionEntry> sections) {

    record SectionEntry(String id, LocalizedText title, List<BlockEntry> blocks) {}

    record BlockEntry(
            @Nullable TextEntry text,
            @Nullable TableEntry table,
            @Nullable ChartEntry chart,
            @Nullable StepsEntry steps,
            @Nullable MapEntry map) {

        String id() {
            return text != null
                    ? text.id()
                    : table != null
                            ? table.id()
                            : chart != null
                                    ? chart.id()
                                    : steps != null
                                            ? steps.id()
                                            : Objects.requireNonNull(map).id();
        }

        /** The one key of the block. */
        String kind() {
            return text != null
                    ? "text"
                    : table != null ? "table" : chart != null ? "chart" : steps != null ? "steps" : "map";
        }

        List<String> indicators() {
            return Stream.of(
                            text != null && text.duiding() != null ? text.duiding() : List.<String>of(),
                            table != null ? table.indicators() : List.<String>of(),
                            chart != null ? chart.indicators() : List.<String>of(),
                            steps != null ? steps.indicators() : List.<String>of(),
                            map != null ? List.of(map.indicator()) : List.<String>of())
                    .flatMap(List::stream)
                    .toList();
        }
    }

    record TextEntry(
            String id, LocalizedText label, @Nullable List<String> duiding) {}

    record TableEntry(String id, LocalizedText caption, List<String> indicators, List<String> columns) {}

    record ChartEntry(String id, LocalizedText title, ChartKind kind, List<String> indicators, int periods) {}

    record StepsEntry(
            String id,
            LocalizedText title,
            List<String> indicators,
            @Nullable LocalizedText remainder) {}

    record MapEntry(String id, LocalizedText title, String indicator) {}
}
