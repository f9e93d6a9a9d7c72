package nl.mjpmonitor.warehouse.indicators;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nl.mjpmonitor.warehouse.packaged.PackagedFiles;

/** All indicators, in the order in which they are shown. */
public final class IndicatorCatalogue {

    private final List<IndicatorTheme> themes;
    private final List<IndicatorGroup> groups;
    private final List<Indicator> indicators;
    private final Map<IndicatorId, Indicator> byId = new HashMap<>();

    IndicatorCatalogue(List<IndicatorTheme> themes, List<IndicatorGroup> groups, List<Indicator> indicators) {
        this.themes = List.copyOf(themes);
        this.groups = List.copyOf(groups);
        this.indicators = List.copyOf(indicators);
        indicators.forEach(indicator -> byId.put(indicator.id(), indicator));
    }

    /**
     * Reads the catalogue that is packaged with this module.
     *
     * @throws CatalogueException when any entry is wrong; it names file, line and what to change
     */
    public static IndicatorCatalogue load() {
        return CatalogueReader.read(PackagedFiles.below("catalogue"));
    }

    /** All themes, in the order in which they are shown. */
    public List<IndicatorTheme> themes() {
        return themes;
    }

    /** The groups of one theme, in its order; empty when there is no such theme. */
    public List<IndicatorGroup> inTheme(String themeId) {
        return groups.stream().filter(group -> group.theme().equals(themeId)).toList();
    }

    /** All groups, by theme and then in the order of the theme. */
    public List<IndicatorGroup> groups() {
        return groups;
    }

    /** All indicators, by group and then by position. */
    public List<Indicator> indicators() {
        return indicators;
    }

    /** The indicators of one group, by position; empty when there is no such group. */
    public List<Indicator> inGroup(String groupId) {
        return indicators.stream()
                .filter(indicator -> indicator.group().equals(groupId))
                .toList();
    }

    public Optional<Indicator> find(IndicatorId id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * One indicator.
     *
     * @throws IllegalArgumentException when there is none of this id
     */
    public Indicator require(IndicatorId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("There is no indicator " + id));
    }
}
