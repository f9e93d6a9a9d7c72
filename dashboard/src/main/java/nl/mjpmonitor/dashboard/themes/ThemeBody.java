package nl.mjpmonitor.dashboard.themes;

import com.vaadin.flow.component.html.Div;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorSeries;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import nl.mjpmonitor.warehouse.indicators.SeriesRequest;
import nl.mjpmonitor.warehouse.indicators.ThemeSection;

/** All panels of a theme for one choice of area and year: its sections, then a table for each of its groups. */
public final class ThemeBody extends Div {

    private final transient List<ThemePanel> panels;

    /**
     * The panels of a theme.
     *
     * @param groups groups that get a table
     */
    ThemeBody(IndicatorTheme theme, List<IndicatorGroup> groups, Scene scene) {
        addClassName("theme-body");
        List<ThemePanel> all = new ArrayList<>();
        theme.sections().forEach(section -> panel(section, scene).ifPresent(all::add));
        groups.forEach(group -> all.add(new GroupPanel(group, scene.catalogue().inGroup(group.id()), scene)));
        this.panels = List.copyOf(all);
        add(new PanelLinks(panels, scene.words()));
        panels.forEach(this::add);
    }

    /** A panel that shows what this reader may see here; empty when that is nothing, there and elsewhere. */
    private static Optional<ThemePanel> panel(ThemeSection section, Scene scene) {
        List<Indicator> readable = section.indicators().stream()
                .flatMap(id -> scene.find(id).stream())
                .toList();
        if (section.kind() == ThemeSection.Kind.REGIONS) {
            List<Indicator> open = readable.stream()
                    .filter(indicator -> scene.opens(indicator, scene.areas().municipality()))
                    .toList();
            return open.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new RegionsPanel(section, text(section, scene), open, scene));
        }
        List<Indicator> here = readable.stream().filter(scene::opensHere).toList();
        boolean isMoreElsewhere = readable.stream()
                .filter(indicator -> !here.contains(indicator))
                .anyMatch(indicator -> scene.opens(indicator, scene.areas().municipality()));
        if (!here.isEmpty() && saysSomething(section, here, isMoreElsewhere)) {
            return Optional.of(panel(section, here, isMoreElsewhere, scene));
        }
        return isMoreElsewhere ? Optional.of(new ElsewherePanel(section, readable, scene)) : Optional.empty();
    }

    /** Parts without their whole, a whole whose parts are elsewhere, or half a pair, say nothing. */
    private static boolean saysSomething(ThemeSection section, List<Indicator> here, boolean isMoreElsewhere) {
        return switch (section.kind()) {
            case PARTS ->
                here.getFirst().id().equals(section.indicators().getFirst()) && (here.size() > 1 || !isMoreElsewhere);
            case LEAD_TIMES -> here.size() % 2 == 0;
            case COMPARISON, TRENDS, STEPS, TIMELINE, SURVEY, BUDGET, REGIONS, HOTSPOTS, STAGNATION -> true;
        };
    }

    private static ThemePanel panel(ThemeSection section, List<Indicator> here, boolean isMoreElsewhere, Scene scene) {
        String text = isMoreElsewhere
                ? (text(section, scene) + " "
                                + scene.words()
                                        .text(
                                                "themes.partly",
                                                scene.areas().municipality().name()))
                        .strip()
                : text(section, scene);
        return switch (section.kind()) {
            case COMPARISON -> new ComparisonPanel(section, text, here, scene);
            case TRENDS -> new TrendsPanel(section, text, here, scene);
            case PARTS ->
                new PartsPanel(
                        section, text, here, here.size() == section.indicators().size(), scene);
            case STEPS -> new StepsPanel(section, text, here, scene);
            case LEAD_TIMES -> new LeadTimesPanel(section, text, here, scene);
            case TIMELINE ->
                new TimelinePanel(
                        section,
                        text,
                        here,
                        section.events().stream()
                                .flatMap(id -> scene.find(id).stream())
                                .filter(scene::opensHere)
                                .toList(),
                        scene);
            case SURVEY -> new SurveyPanel(section, text, here, scene);
            case BUDGET -> new BudgetPanel(section, text, here, scene);
            case REGIONS -> new RegionsPanel(section, text, here, scene);
            case HOTSPOTS -> new HotspotsPanel(section, text, here, scene);
            case STAGNATION -> new StagnationPanel(section, text, here, scene);
        };
    }

    private static String text(ThemeSection section, Scene scene) {
        return section.text().map(text -> text.in(scene.words().locale())).orElse("");
    }

    /** What must be asked, each series once. */
    public List<SeriesRequest> requests() {
        return panels.stream().flatMap(ThemePanel::requests).distinct().toList();
    }

    /** Shows the answers to the requests, among which others may be. */
    public void show(List<IndicatorSeries> series, Instant readAt, boolean isNews) {
        Figures figures = new Figures(series);
        panels.forEach(panel -> panel.show(figures, readAt, isNews));
    }

    /** Whether any panel shows the chosen year. */
    static boolean hasYear(IndicatorTheme theme) {
        return Stream.of(ThemeSection.Kind.PARTS, ThemeSection.Kind.STEPS, ThemeSection.Kind.LEAD_TIMES)
                .anyMatch(kind -> theme.sections().stream().anyMatch(section -> section.kind() == kind));
    }
}
