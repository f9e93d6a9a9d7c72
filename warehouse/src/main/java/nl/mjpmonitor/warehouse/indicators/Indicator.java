package nl.mjpmonitor.warehouse.indicators;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * One entry of the catalogue. All collections are immutable and keep the order of the entry.
 *
 * @param id the id
 * @param theme theme, such as {@code criminaliteit}
 * @param group id of the group it is shown in, such as {@code hic}
 * @param position place within the group, counted from 1
 * @param name name as readers see it
 * @param definition what is counted, in one or two sentences
 * @param unit what a value counts
 * @param source source system the figures come from
 * @param owner who answers for the definition
 * @param measures the measures whose counts are added up, such as {@code politie.A40}
 * @param areas kinds of area it is defined for
 * @param grains lengths of period it is defined for
 * @param direction which way is favourable
 * @param target what the programme aims at
 * @param confidentiality who may see it
 * @param suppressBelow counts from 1 up to this number are withheld; 0 withholds none. Totals from which a withheld count
 *     could be derived are not withheld with it
 * @param provisionalMonths number of newest months that the source usually still restates
 * @param exceptionalYears years that are marked and may be left out of baselines (corona)
 * @param versions stretches of time with one definition, oldest first, at least one
 * @param notes what a reader must know about the published source
 */
public record Indicator(
        IndicatorId id,
        String theme,
        String group,
        int position,
        LocalizedText name,
        LocalizedText definition,
        Unit unit,
        String source,
        String owner,
        List<String> measures,
        Set<AreaKind> areas,
        Set<PeriodGrain> grains,
        Direction direction,
        LocalizedText target,
        Confidentiality confidentiality,
        int suppressBelow,
        int provisionalMonths,
        Set<Integer> exceptionalYears,
        List<DefinitionVersion> versions,
        List<SourceNote> notes) {

    public Indicator {
        measures = List.copyOf(measures);
        areas = inOrder(areas);
        grains = inOrder(grains);
        exceptionalYears = inOrder(exceptionalYears);
        versions = List.copyOf(versions);
        notes = List.copyOf(notes);
    }

    /** First month for which the indicator is defined. */
    public YearMonth definedFrom() {
        return versions.get(0).from();
    }

    private static <T> Set<T> inOrder(Set<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
