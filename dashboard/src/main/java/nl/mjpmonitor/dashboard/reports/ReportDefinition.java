package nl.mjpmonitor.dashboard.reports;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import nl.mjpmonitor.dashboard.access.Reader;
import nl.mjpmonitor.dashboard.access.ReaderScope;
import nl.mjpmonitor.dashboard.access.Role;
import nl.mjpmonitor.warehouse.areas.Area;
import nl.mjpmonitor.warehouse.areas.AreaKind;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.catalogue.LocalizedText;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.periods.Period;
import nl.mjpmonitor.warehouse.periods.PeriodGrain;

/**
 * A kind of report: what it holds, about which periods and areas, and for whom.
 *
 * @param id the id
 * @param position place among the kinds
 * @param title title
 * @param period kind of period that one report is about
 * @param audience the readers it is made for: nothing stands in it that they may not see
 * @param areas kinds of area that one report is about
 * @param retention how long its editions are kept
 * @param sections its sections, in the order of reading
 */
public record ReportDefinition(
        ReportId id,
        int position,
        LocalizedText title,
        PeriodGrain period,
        Role audience,
        Set<AreaKind> areas,
        Retention retention,
        List<ReportSection> sections) {

    public ReportDefinition {
        areas = Set.copyOf(areas);
        sections = List.copyOf(sections);
    }

    /** The texts that people write in it, in the order of reading. */
    public List<ReportBlock.Text> texts() {
        return blocks().filter(ReportBlock.Text.class::isInstance)
                .map(ReportBlock.Text.class::cast)
                .toList();
    }

    /** The indicators whose figures stand in it, each once, in the order of reading. */
    public List<IndicatorId> indicators() {
        return blocks().flatMap(block -> block.indicators().stream()).distinct().toList();
    }

    /** Whether one report can be about this period and area. */
    public boolean allows(Period about, Area area) {
        return about.grain() == period && areas.contains(area.kind());
    }

    /** The level at which it is marked: the highest that its audience may see. */
    public Confidentiality confidentiality() {
        return switch (audience) {
            case RAAD, BEHEERDER -> Confidentiality.OPENBAAR;
            case GEBIEDSTEAM -> Confidentiality.INTERN;
            case ANALIST, PROGRAMMAMANAGER, DRIEHOEK -> Confidentiality.VERTROUWELIJK;
        };
    }

    /** What its audience may see; an area team is that of the report's area. */
    ReaderScope scope(Area area, Areas all) {
        return ReaderScope.of(
                new Reader(
                        audience.word(),
                        Set.of(audience),
                        audience == Role.GEBIEDSTEAM ? Set.of(area.code()) : Set.of()),
                all);
    }

    /** Whether this reader may see every figure of a report about this area. */
    public boolean opens(Reader reader, Area area, IndicatorCatalogue indicators, Areas all) {
        ReaderScope scope = ReaderScope.of(reader, all);
        return indicators().stream().map(indicators::require).allMatch(indicator -> scope.opens(indicator, area));
    }

    /** Whether its audience may see the indicator anywhere. */
    boolean opens(Indicator indicator) {
        return indicator.confidentiality().compareTo(confidentiality()) <= 0;
    }

    /** The title in a language. */
    public String title(Locale locale) {
        return title.in(locale);
    }

    /** The text of this id. */
    public Optional<ReportBlock.Text> text(String textId) {
        return texts().stream().filter(text -> text.id().equals(textId)).findFirst();
    }

    private Stream<ReportBlock> blocks() {
        return sections.stream().flatMap(section -> section.blocks().stream());
    }
}
