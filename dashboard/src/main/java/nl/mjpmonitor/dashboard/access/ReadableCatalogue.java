package nl.mjpmonitor.dashboard.access;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import nl.mjpmonitor.warehouse.areas.Areas;
import nl.mjpmonitor.warehouse.indicators.Confidentiality;
import nl.mjpmonitor.warehouse.indicators.Indicator;
import nl.mjpmonitor.warehouse.indicators.IndicatorCatalogue;
import nl.mjpmonitor.warehouse.indicators.IndicatorGroup;
import nl.mjpmonitor.warehouse.indicators.IndicatorId;
import nl.mjpmonitor.warehouse.indicators.IndicatorTheme;
import org.springframework.stereotype.Component;

/**
 * The catalogue as the reader of this thread may see it. What the role does not open is not there, so that a view or an answer
 * does not even tell that it exists.
 */
@Component
public final class ReadableCatalogue {

    private final IndicatorCatalogue catalogue;
    private final Areas areas;

    /** Many readers may see the same, and a page asks for it many times. */
    private final Map<Set<Confidentiality>, Part> parts = new ConcurrentHashMap<>();

    ReadableCatalogue(IndicatorCatalogue catalogue, Areas areas) {
        this.catalogue = catalogue;
        this.areas = areas;
    }

    /**
     * What readers of some levels of confidentiality may see. What has nothing in it for them is not there.
     *
     * @param groups all, in the order of the catalogue
     */
    private record Part(
            List<IndicatorTheme> themes,
            List<IndicatorGroup> groups,
            Map<String, List<IndicatorGroup>> byTheme,
            List<Indicator> indicators,
            Map<String, List<Indicator>> byGroup) {

        static Part of(IndicatorCatalogue catalogue, Set<Confidentiality> levels) {
            List<Indicator> indicators = catalogue.indicators().stream()
                    .filter(indicator -> levels.contains(indicator.confidentiality()))
                    .toList();
            Map<String, List<Indicator>> byGroup = indicators.stream()
                    .collect(Collectors.groupingBy(Indicator::group, Collectors.toUnmodifiableList()));
            List<IndicatorGroup> groups = catalogue.groups().stream()
                    .filter(group -> byGroup.containsKey(group.id()))
                    .toList();
            Map<String, List<IndicatorGroup>> byTheme = groups.stream()
                    .collect(Collectors.groupingBy(IndicatorGroup::theme, Collectors.toUnmodifiableList()));
            List<IndicatorTheme> themes = catalogue.themes().stream()
                    .filter(theme -> byTheme.containsKey(theme.id()))
                    .toList();
            return new Part(themes, groups, byTheme, indicators, byGroup);
        }
    }

    /** The themes with anything in them for this reader, in the order of the catalogue. */
    public List<IndicatorTheme> themes() {
        return part().themes();
    }

    /** The groups of one theme with anything in them for this reader. */
    public List<IndicatorGroup> inTheme(String themeId) {
        return part().byTheme().getOrDefault(themeId, List.of());
    }

    /** The groups with anything in them for this reader, in the order of the catalogue. */
    public List<IndicatorGroup> groups() {
        return part().groups();
    }

    public List<Indicator> indicators() {
        return part().indicators();
    }

    public List<Indicator> inGroup(String groupId) {
        return part().byGroup().getOrDefault(groupId, List.of());
    }

    public Optional<Indicator> find(IndicatorId id) {
        return catalogue.find(id).filter(scope()::opens);
    }

    /**
     * One indicator.
     *
     * @throws IllegalArgumentException when there is none of this id for this reader
     */
    public Indicator require(IndicatorId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no indicator " + id));
    }

    private Part part() {
        return parts.computeIfAbsent(scope().levels(), levels -> Part.of(catalogue, levels));
    }

    private ReaderScope scope() {
        return ReaderScope.of(Reader.current(), areas);
    }
}
