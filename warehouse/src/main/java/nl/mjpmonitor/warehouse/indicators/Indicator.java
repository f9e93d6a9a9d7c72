package nl.mjpmonitor.warehouse.indicators;

import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.periods.Period;
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
 * @param source source system the figures come from; of a ratio that of what is divided
 * @param owner who answers for the definition
 * @param measure what is counted, and how
 * @param areas kinds of area it is defined for
 * @param grains lengths of period it is defined for; see {@link #isDefinedFor}
 * @param direction which way is favourable
 * @param target what the programme aims at
 * @param confidentiality who may see it
 * @param disclosure which small numbers are withheld
 * @param aliases other names it is known by
 * @param perInhabitants whether the rate per 10,000 inhabitants is meaningful
 * @param provisionalMonths number of newest months that the source usually still restates
 * @param exceptionalYears years that are marked and may be left out of baselines (corona)
 * @param versions stretches of time with one definition, oldest first, at least one; no two overlap
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
        Measure measure,
        Set<AreaKind> areas,
        Set<PeriodGrain> grains,
        Direction direction,
        Target target,
        Confidentiality confidentiality,
        Disclosure disclosure,
        List<String> aliases,
        boolean perInhabitants,
        int provisionalMonths,
        Set<Integer> exceptionalYears,
        List<DefinitionVersion> versions,
        List<SourceNote> notes) {

    public Indicator {
        areas = inOrder(areas);
        grains = inOrder(grains);
        aliases = List.copyOf(aliases);
        exceptionalYears = inOrder(exceptionalYears);
        versions = List.copyOf(versions);
        notes = List.copyOf(notes);
    }

    /** The same entry with this source. */
    Indicator from(String newSource) {
        return new Indicator(
                id,
                theme,
                group,
                position,
                name,
                definition,
                unit,
                newSource,
                owner,
                measure,
                areas,
                grains,
                direction,
                target,
                confidentiality,
                disclosure,
                aliases,
                perInhabitants,
                provisionalMonths,
                exceptionalYears,
                versions,
                notes);
    }

    /** First month for which the indicator is defined. */
    public YearMonth definedFrom() {
        return versions.get(0).from();
    }

    /** The version in which the whole period lies; empty when it lies outside all, or on a break. */
    public Optional<DefinitionVersion> versionOf(Period period) {
        return versions.stream().filter(version -> version.holds(period)).findFirst();
    }

    /** The months before which the definition changed: the first months of all versions but the first. */
    public List<YearMonth> breaks() {
        return versions.stream().skip(1).map(DefinitionVersion::from).toList();
    }

    /**
     * Whether it is defined for a period of this kind and length. Years to date, rolling years and spans follow from the
     * years, quarters or months that fill them. Of a level they do not: a stand belongs to one period.
     */
    public boolean isDefinedFor(Period period) {
        return period.grain().isCalendar()
                ? grains.contains(period.grain())
                : !(measure instanceof Measure.Level) && grains.stream().anyMatch(grain -> fills(grain, period));
    }

    private static boolean fills(PeriodGrain grain, Period period) {
        return grain.isCalendar()
                && Period.containing(grain, period.firstMonth()).firstMonth().equals(period.firstMonth())
                && Period.containing(grain, period.lastMonth()).lastMonth().equals(period.lastMonth());
    }

    private static <T> Set<T> inOrder(Set<T> values) {
        return Collections.unmodifiableSet(new LinkedHashSet<>(values));
    }
}
