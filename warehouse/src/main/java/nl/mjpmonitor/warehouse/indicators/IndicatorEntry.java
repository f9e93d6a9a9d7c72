package nl.mjpmonitor.warehouse.indicators;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;
import org.jspecify.annotations.Nullable;

/** {@code <indicator>.yaml} as it is written. */
record IndicatorEntry(
        String id,
        String group,
        int position,
        LocalizedText name,
        LocalizedText definition,
        Unit unit,
        MeasureEntry measure,
        String owner,
        Set<AreaKind> areas,
        Set<PeriodGrain> periods,
        Direction direction,
        TargetEntry target,
        Confidentiality confidentiality,
        DisclosureEntry disclosure,
        @Nullable List<String> aliases,
        @Nullable Boolean perInhabitants,
        int provisionalMonths,
        LinkedHashSet<Integer> exceptionalYears,
        List<VersionEntry> versions,
        List<SourceNote> notes) {

    Indicator toIndicator(String theme, Measure meaning) {
        return new Indicator(
                new IndicatorId(id),
                theme,
                group,
                position,
                name,
                definition,
                unit,
                meaning.source().map(rows -> rows.fact().id().system()).orElse(""),
                owner,
                meaning,
                areas,
                periods,
                direction,
                target.toTarget(),
                confidentiality,
                disclosure.toDisclosure(),
                aliases == null ? List.of() : aliases,
                Boolean.TRUE.equals(perInhabitants),
                provisionalMonths,
                exceptionalYears,
                versions.stream().map(VersionEntry::toVersion).toList(),
                notes);
    }

    /** The schema sees to it that each kind has its own keys. */
    record MeasureEntry(
            MeasureKind kind,
            @Nullable String fact,
            @Nullable LinkedHashMap<String, List<String>> where,
            @Nullable String register,
            @Nullable String identity,
            @Nullable String duration,
            @Nullable Double quantile,
            @Nullable String of,
            @Nullable String to,
            @Nullable Integer times) {

        enum MeasureKind {
            COUNT,
            DISTINCT,
            DURATION,
            LEVEL,
            RATIO
        }
    }

    record TargetEntry(
            TargetKind kind,
            Target.@Nullable Way direction,
            Target.@Nullable Comparison comparison,
            @Nullable BigDecimal value,
            @Nullable String period,
            @Nullable String by,
            LocalizedText text) {

        enum TargetKind {
            DIRECTION,
            NORM,
            MILESTONE,
            CRITERION,
            NONE
        }

        Target toTarget() {
            return switch (kind) {
                case DIRECTION -> new Target.Heading(written(direction), text);
                case NORM -> new Target.Norm(written(comparison), written(value), written(period), text);
                case MILESTONE -> new Target.Milestone(YearMonth.parse(written(by)), text);
                case CRITERION -> new Target.Criterion(text);
                case NONE -> new Target.None(text);
            };
        }
    }

    record DisclosureEntry(
            int below,
            @Nullable Boolean zero,
            @Nullable List<Disclosure.Level> exempt,
            @Nullable String partOf) {

        Disclosure toDisclosure() {
            return new Disclosure(
                    below,
                    Boolean.TRUE.equals(zero),
                    exempt == null ? Set.of() : exempt.stream().collect(Collectors.toSet()),
                    Optional.ofNullable(partOf).map(IndicatorId::new));
        }
    }

    record VersionEntry(String from, @Nullable String to, LocalizedText note) {

        DefinitionVersion toVersion() {
            return new DefinitionVersion(first(), last(), note);
        }

        YearMonth first() {
            return YearMonth.parse(from);
        }

        Optional<YearMonth> last() {
            return Optional.ofNullable(to).map(YearMonth::parse);
        }
    }

    private static <T> T written(@Nullable T value) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new IllegalStateException("The schema let through an entry that lacks a value"));
    }
}
